//! Where the next byte of some kind stands, in a long text that has few of them.
//!
//! One would get wrong to ask byte by byte, or with a `match`: a stretch that is looked at without a branch is a few wide
//! instructions, and only where the question has none either.

/// Bytes that are looked at together.
const STRETCH: usize = 32;

/// Index of the first byte that is wanted.
pub fn first(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let clean = bytes
        .chunks_exact(STRETCH)
        .take_while(|stretch| stretch.iter().fold(0, |any, byte| any | u8::from(wanted(*byte))) == 0)
        .count();
    let from = clean * STRETCH;
    let at = bytes[from..].iter().position(|byte| wanted(*byte))?;
    Some(from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_found_wherever_it_stands() {
        for length in [0, 1, 31, 32, 33, 64, 100] {
            let mut bytes = vec![b'.'; length];
            assert_eq!(first(&bytes, |byte| byte == b'x'), None);
            for at in (0..length).rev() {
                bytes[at] = b'x';
                assert_eq!(first(&bytes, |byte| byte == b'x'), Some(at));
            }
        }
    }
}
