//! Zones as people write them behind a clock time.
//!
//! No crate has this table. One would get wrong that a label is rarely meant to the letter: "EST" in July is
//! newsroom usage for the zone, so a label names a place with its rules, and its offset decides only the hour
//! that a clock shows twice.

use super::Rows;

/// What a zone word names.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum ZoneWord {
    /// A place with its summer rules: ET, Pacific time.
    Rules(&'static str),
    /// A place, with the offset in minutes that the label means to the letter: EST, CEST.
    Labelled(&'static str, i16),
    /// Several places use the label: the commonest in the field first, each with its offset in minutes.
    Ambiguous(&'static [(&'static str, i16)]),
    /// "local time".
    Local,
}

impl ZoneWord {
    /// Every IANA name that it may stand for.
    pub fn names(&self) -> Vec<&'static str> {
        match self {
            Self::Rules(name) | Self::Labelled(name, _) => vec![name],
            Self::Ambiguous(all) => all.iter().map(|(name, _)| *name).collect(),
            Self::Local => Vec::new(),
        }
    }
}

use ZoneWord::{Ambiguous, Labelled, Local, Rules};

/// What a word or a phrase that stands by itself names, in capitals or not: what a command line gives.
pub fn zone_word(text: &str) -> Option<ZoneWord> {
    let names = |words: &str| words.split('|').any(|word| word.eq_ignore_ascii_case(text));
    ZONES.iter().find(|(words, _)| names(words)).map(|(_, zone)| *zone)
}

/// Old names that the tz database keeps as links, and the name that the zone has today: "US/Pacific" and "PT" are one.
pub const LINKS: &[(&str, &str)] = &[
    ("US/Alaska", "America/Anchorage"),
    ("US/Arizona", "America/Phoenix"),
    ("US/Central", "America/Chicago"),
    ("US/East-Indiana", "America/Indiana/Indianapolis"),
    ("US/Eastern", "America/New_York"),
    ("US/Hawaii", "Pacific/Honolulu"),
    ("US/Michigan", "America/Detroit"),
    ("US/Mountain", "America/Denver"),
    ("US/Pacific", "America/Los_Angeles"),
    ("Canada/Atlantic", "America/Halifax"),
    ("Canada/Central", "America/Winnipeg"),
    ("Canada/Eastern", "America/Toronto"),
    ("Canada/Mountain", "America/Edmonton"),
    ("Canada/Newfoundland", "America/St_Johns"),
    ("Canada/Pacific", "America/Vancouver"),
    ("Mexico/General", "America/Mexico_City"),
    ("Brazil/East", "America/Sao_Paulo"),
    ("Chile/Continental", "America/Santiago"),
    ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    ("America/Indianapolis", "America/Indiana/Indianapolis"),
    ("Australia/ACT", "Australia/Sydney"),
    ("Australia/Canberra", "Australia/Sydney"),
    ("Australia/NSW", "Australia/Sydney"),
    ("Australia/North", "Australia/Darwin"),
    ("Australia/Queensland", "Australia/Brisbane"),
    ("Australia/South", "Australia/Adelaide"),
    ("Australia/Tasmania", "Australia/Hobart"),
    ("Australia/Victoria", "Australia/Melbourne"),
    ("Australia/West", "Australia/Perth"),
    ("Asia/Calcutta", "Asia/Kolkata"),
    ("Asia/Chongqing", "Asia/Shanghai"),
    ("Asia/Dacca", "Asia/Dhaka"),
    ("Asia/Istanbul", "Europe/Istanbul"),
    ("Asia/Katmandu", "Asia/Kathmandu"),
    ("Asia/Rangoon", "Asia/Yangon"),
    ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
    ("Asia/Tel_Aviv", "Asia/Jerusalem"),
    ("Europe/Belfast", "Europe/London"),
    ("Europe/Kiev", "Europe/Kyiv"),
    ("Etc/GMT", "UTC"),
    ("Etc/Greenwich", "UTC"),
    ("Etc/UCT", "UTC"),
    ("Etc/UTC", "UTC"),
    ("Etc/Universal", "UTC"),
    ("Etc/Zulu", "UTC"),
    ("GMT", "UTC"),
    ("Greenwich", "UTC"),
    ("UCT", "UTC"),
    ("Universal", "UTC"),
    ("Zulu", "UTC"),
    ("Eire", "Europe/Dublin"),
    ("GB", "Europe/London"),
    ("Hongkong", "Asia/Hong_Kong"),
    ("Israel", "Asia/Jerusalem"),
    ("Japan", "Asia/Tokyo"),
    ("NZ", "Pacific/Auckland"),
    ("PRC", "Asia/Shanghai"),
    ("Poland", "Europe/Warsaw"),
    ("Portugal", "Europe/Lisbon"),
    ("ROK", "Asia/Seoul"),
    ("Singapore", "Asia/Singapore"),
    ("Turkey", "Europe/Istanbul"),
];

/// Zones.
pub const ZONES: Rows<ZoneWord> = &[
    (
        "utc|coordinated universal time|universal time|utc time|zulu|zulu time|z|uct",
        Rules("UTC"),
    ),
    ("gmt|greenwich mean time|gmt time", Rules("Etc/GMT")),
    (
        "et|eastern|eastern time|us eastern|us eastern time|east coast time|eastern us time",
        Rules("America/New_York"),
    ),
    (
        "est|eastern standard time|eastern standard",
        Labelled("America/New_York", -300),
    ),
    (
        "edt|eastern daylight time|eastern daylight",
        Labelled("America/New_York", -240),
    ),
    (
        "ct|central|central time|us central|us central time",
        Rules("America/Chicago"),
    ),
    ("cdt|central daylight time", Labelled("America/Chicago", -300)),
    (
        "cst|central standard time",
        Ambiguous(&[("America/Chicago", -360), ("Asia/Shanghai", 480)]),
    ),
    ("mt|mountain|mountain time|us mountain time", Rules("America/Denver")),
    ("mst|mountain standard time", Labelled("America/Denver", -420)),
    ("mdt|mountain daylight time", Labelled("America/Denver", -360)),
    (
        "pt|pacific|pacific time|us pacific|us pacific time|west coast time|california time|seattle time",
        Rules("America/Los_Angeles"),
    ),
    ("pst|pacific standard time", Labelled("America/Los_Angeles", -480)),
    ("pdt|pacific daylight time", Labelled("America/Los_Angeles", -420)),
    ("akt|alaska time", Rules("America/Anchorage")),
    ("akst", Labelled("America/Anchorage", -540)),
    ("akdt", Labelled("America/Anchorage", -480)),
    ("hst|hawaii time|hawaii standard time", Rules("Pacific/Honolulu")),
    ("at|atlantic|atlantic time", Rules("America/Halifax")),
    ("adt|atlantic daylight time", Labelled("America/Halifax", -180)),
    (
        "ast|atlantic standard time",
        Ambiguous(&[("America/Halifax", -240), ("Asia/Riyadh", 180)]),
    ),
    ("arabia standard time|saudi time", Rules("Asia/Riyadh")),
    ("nt|newfoundland time", Rules("America/St_Johns")),
    ("nst", Labelled("America/St_Johns", -210)),
    ("ndt", Labelled("America/St_Johns", -150)),
    (
        "bst|british summer time",
        Ambiguous(&[("Europe/London", 60), ("Asia/Dhaka", 360)]),
    ),
    ("uk time|british time|london time|u k time|uk", Rules("Europe/London")),
    ("irish time|dublin time", Rules("Europe/Dublin")),
    ("irish summer time|irish standard time", Labelled("Europe/Dublin", 60)),
    (
        "ist|indian standard time|india standard time",
        Ambiguous(&[("Asia/Kolkata", 330), ("Europe/Dublin", 60), ("Asia/Jerusalem", 120)]),
    ),
    ("indian time|india time", Rules("Asia/Kolkata")),
    ("israel time", Rules("Asia/Jerusalem")),
    ("idt|israel daylight time", Labelled("Asia/Jerusalem", 180)),
    ("wet|western european time", Labelled("Europe/Lisbon", 0)),
    ("west|western european summer time", Labelled("Europe/Lisbon", 60)),
    (
        "cet|central european time|central european|central europe time|mez",
        Labelled("Europe/Berlin", 60),
    ),
    ("cest|central european summer time|mesz", Labelled("Europe/Berlin", 120)),
    ("paris time|french time", Rules("Europe/Paris")),
    ("german time|berlin time", Rules("Europe/Berlin")),
    ("dutch time|amsterdam time", Rules("Europe/Amsterdam")),
    ("swiss time|zurich time|zürich time", Rules("Europe/Zurich")),
    ("italian time|rome time", Rules("Europe/Rome")),
    ("spanish time|madrid time", Rules("Europe/Madrid")),
    ("swedish time|stockholm time", Rules("Europe/Stockholm")),
    ("eet|eastern european time", Labelled("Europe/Athens", 120)),
    ("eest|eastern european summer time", Labelled("Europe/Athens", 180)),
    ("kyiv time|kiev time|ukraine time", Rules("Europe/Kyiv")),
    ("moscow time|msk|moscow standard time", Rules("Europe/Moscow")),
    ("turkish time|istanbul time|trt", Rules("Europe/Istanbul")),
    (
        "south african time|south africa time|sast|south african standard time",
        Rules("Africa/Johannesburg"),
    ),
    ("wat|west africa time|nigerian time", Rules("Africa/Lagos")),
    ("cat|central africa time", Rules("Africa/Maputo")),
    ("eat|east africa time|kenyan time|nairobi time", Rules("Africa/Nairobi")),
    (
        "gulf time|gst|gulf standard time|dubai time|uae time",
        Rules("Asia/Dubai"),
    ),
    ("irst|iran time|tehran time", Rules("Asia/Tehran")),
    ("pkt|pakistan time|pakistan standard time", Rules("Asia/Karachi")),
    ("npt|nepal time", Rules("Asia/Kathmandu")),
    (
        "ict|indochina time|thai time|bangkok time|vietnam time",
        Rules("Asia/Bangkok"),
    ),
    ("wib|western indonesia time|jakarta time", Rules("Asia/Jakarta")),
    ("hkt|hong kong time", Rules("Asia/Hong_Kong")),
    ("sgt|singapore time|singapore standard time", Rules("Asia/Singapore")),
    ("myt|malaysia time|malaysian time", Rules("Asia/Kuala_Lumpur")),
    (
        "pht|phst|philippine time|philippine standard time|manila time",
        Rules("Asia/Manila"),
    ),
    (
        "china time|china standard time|beijing time|shanghai time",
        Rules("Asia/Shanghai"),
    ),
    (
        "jst|japan time|japan standard time|tokyo time|japanese time",
        Rules("Asia/Tokyo"),
    ),
    (
        "kst|korea time|korean time|korea standard time|seoul time",
        Rules("Asia/Seoul"),
    ),
    (
        "awst|perth time|wa time|western australia time|australian western standard time|australian western time",
        Rules("Australia/Perth"),
    ),
    (
        "acst|australian central standard time",
        Labelled("Australia/Adelaide", 570),
    ),
    (
        "acdt|australian central daylight time",
        Labelled("Australia/Adelaide", 630),
    ),
    ("adelaide time|australian central time", Rules("Australia/Adelaide")),
    (
        "aest|australian eastern standard time",
        Labelled("Australia/Sydney", 600),
    ),
    (
        "aedt|australian eastern daylight time",
        Labelled("Australia/Sydney", 660),
    ),
    (
        "aet|sydney time|nsw time|melbourne time|australian eastern time",
        Rules("Australia/Sydney"),
    ),
    ("queensland time|qld time|brisbane time", Rules("Australia/Brisbane")),
    ("nzst|new zealand standard time", Labelled("Pacific/Auckland", 720)),
    ("nzdt|new zealand daylight time", Labelled("Pacific/Auckland", 780)),
    ("nzt|new zealand time", Rules("Pacific/Auckland")),
    (
        "brt|brasilia time|brasília time|brazil time|sao paulo time|são paulo time",
        Rules("America/Sao_Paulo"),
    ),
    (
        "art|argentina time|argentine time|buenos aires time",
        Rules("America/Argentina/Buenos_Aires"),
    ),
    ("clt", Labelled("America/Santiago", -240)),
    ("clst", Labelled("America/Santiago", -180)),
    ("chile time|chilean time", Rules("America/Santiago")),
    ("colombia time|bogota time|bogotá time", Rules("America/Bogota")),
    ("pet|peru time|peruvian time|lima time", Rules("America/Lima")),
    ("vet|venezuela time|caracas time", Rules("America/Caracas")),
    ("mexico city time|mexico time", Rules("America/Mexico_City")),
    (
        "local time|local|lt|our time|our local time|local times|time local|workspace time",
        Local,
    ),
];
