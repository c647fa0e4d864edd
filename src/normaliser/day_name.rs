//! What a day is called.

use super::calendar::Date;

/// January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "4 Oct", whose weekday is another each year.
pub fn day_of_month(date: Date) -> String {
    let month = MONTHS[usize::from(date.month() - 1)];
    format!("{} {}", date.day(), &month[..3])
}

/// "Mon 4 Oct".
pub fn short_day(date: Date) -> String {
    format!("{} {}", &date.weekday().name()[..3], day_of_month(date))
}
