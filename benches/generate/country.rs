//! Countries: what people call them, and how their telephone numbers look.

use crate::random::Random;
use crate::words::{Place, Words, places};

/// A kind of telephone number: national significant number and the ways to write it.
struct Numbers {
    start: &'static [&'static str],
    length: usize,
    written: &'static [&'static str],
}

/// What is fixed about a country.
struct Plan {
    /// ISO 3166 alpha-2.
    code: &'static str,
    language: &'static str,
    names: &'static [&'static str],
    office: Numbers,
    mobile: Numbers,
}

/// A country with its words and places.
pub struct Country {
    plan: &'static Plan,
    /// Words of its language.
    pub words: Words,
    places: Vec<Place>,
}

const US: Numbers = Numbers {
    start: &[
        "212", "415", "312", "617", "305", "512", "206", "303", "718", "214",
    ],
    length: 10,
    written: &[
        "(###) ###-####",
        "###-###-####",
        "+1 ### ### ####",
        "###.###.####",
        "+1##########",
        "1-###-###-####",
        "(###) ###-#### x12",
    ],
};
const MX: Numbers = Numbers {
    start: &["5552", "3336", "8183", "5591", "9992", "2222", "4422"],
    length: 10,
    written: &[
        "## #### ####",
        "(##) ####-####",
        "+52 ## #### ####",
        "+52##########",
        "##########",
        "+52 1 ## #### ####",
        "### ### ####",
    ],
};

static PLANS: [Plan; 6] = [
    Plan {
        code: "US",
        language: "en",
        names: &["United States", "USA", "United States", "US"],
        office: US,
        mobile: US,
    },
    Plan {
        code: "MX",
        language: "es",
        names: &["México", "Mexico", "MX"],
        office: MX,
        mobile: MX,
    },
    Plan {
        code: "ES",
        language: "es",
        names: &["España", "Spain", "ES"],
        office: Numbers {
            start: &["915", "934", "963", "954", "981", "944"],
            length: 9,
            written: &[
                "### ### ###",
                "## ### ## ##",
                "+34 ### ### ###",
                "0034 ### ### ###",
                "+34#########",
                "#########",
            ],
        },
        mobile: Numbers {
            start: &["61", "62", "63", "65", "66", "67", "69"],
            length: 9,
            written: &[
                "### ### ###",
                "### ## ## ##",
                "+34 ### ### ###",
                "0034#########",
                "#########",
            ],
        },
    },
    Plan {
        code: "BR",
        language: "pt",
        names: &["Brasil", "Brazil", "BR"],
        office: Numbers {
            start: &["113", "213", "413", "313", "483"],
            length: 10,
            written: &[
                "(##) ####-####",
                "+55 ## ####-####",
                "+55 (##) ####-####",
                "0## ####-####",
                "##########",
            ],
        },
        mobile: Numbers {
            start: &["1199", "2199", "4199", "3198", "4899"],
            length: 11,
            written: &[
                "(##) #####-####",
                "+55 ## #####-####",
                "+55###########",
                "## # ####-####",
            ],
        },
    },
    Plan {
        code: "DE",
        language: "de",
        names: &["Deutschland", "Germany", "DE"],
        office: Numbers {
            start: &["305", "407", "896", "695"],
            length: 10,
            written: &[
                "0## ########",
                "0##/########",
                "(0##) ### ## ###",
                "+49 ## ########",
                "+49 (0)## ########",
                "0049 ## ########",
                "0##-########",
            ],
        },
        mobile: Numbers {
            start: &["160", "170", "171", "172", "173", "174", "175"],
            length: 10,
            written: &[
                "0### #######",
                "0###/#######",
                "+49 ### #######",
                "+49##########",
                "0### ## ## ###",
            ],
        },
    },
    Plan {
        code: "GB",
        language: "en",
        names: &["United Kingdom", "UK", "GB", "Great Britain"],
        office: Numbers {
            start: &["2072", "2074", "2083", "2084", "2077"],
            length: 10,
            written: &[
                "0## #### ####",
                "(0##) #### ####",
                "+44 ## #### ####",
                "+44 (0)## #### ####",
                "+44##########",
            ],
        },
        mobile: Numbers {
            start: &["7400", "7500", "7811", "7912", "7835", "7949"],
            length: 10,
            written: &[
                "0#### ######",
                "+44 #### ######",
                "0##########",
                "+44##########",
            ],
        },
    },
];

impl Country {
    /// All countries.
    pub fn all() -> [Self; 6] {
        PLANS.each_ref().map(|plan| Self {
            plan,
            words: Words::of(plan.language),
            places: places(plan.code),
        })
    }

    /// The country's name as one or another writes it.
    pub fn name(&self, random: &mut Random) -> &'static str {
        random.pick(self.plan.names)
    }

    /// An office number.
    pub fn office(&self, random: &mut Random) -> String {
        self.plan.office.invent(random)
    }

    /// A mobile number.
    pub fn mobile(&self, random: &mut Random) -> String {
        self.plan.mobile.invent(random)
    }

    /// One of its towns and a postal code there.
    pub fn place(&self, random: &mut Random) -> (&'static str, &'static str, String) {
        let at = random.below(self.places.len() as u64) as usize;
        let Some(place) = self.places.get(at) else {
            return ("", "", String::new());
        };
        (place.city, place.region, postal(place.postal, random))
    }
}

/// Which of the six countries a record stands in: 40, 15, 12, 13, 12 and 8 in a hundred.
pub fn at_random(random: &mut Random) -> usize {
    match random.below(100) {
        0..40 => 0,
        40..55 => 1,
        55..67 => 2,
        67..80 => 3,
        80..92 => 4,
        _ => 5,
    }
}

impl Numbers {
    fn invent(&self, random: &mut Random) -> String {
        let mut digits = random.pick(self.start).to_owned();
        if digits.len() == 3 {
            digits.push(char::from(b'2' + random.below(8) as u8));
        }
        while digits.len() < self.length {
            digits.push(char::from(b'0' + random.below(10) as u8));
        }
        written(random.pick(self.written), &digits)
    }
}

fn written(pattern: &str, digits: &str) -> String {
    let mut digits = digits.chars();
    let put = |letter| {
        if letter == '#' {
            digits.next().unwrap_or('0')
        } else {
            letter
        }
    };
    pattern.chars().map(put).collect()
}

fn postal(pattern: &str, random: &mut Random) -> String {
    let put = |letter| match letter {
        '#' => char::from(b'0' + random.below(10) as u8),
        '@' => char::from(b'A' + random.below(26) as u8),
        other => other,
    };
    pattern.chars().map(put).collect()
}
