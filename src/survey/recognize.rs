//! Which vendor and object a table is of, and why.

use super::fold::{fits, fold};
use super::header::Header;
use super::label::{Labels, spellings};
use super::named::{glob_fits, named_vendor, names_file};
use super::shared_word::{first_word, names_object, shared_word};
use super::unmapped::{OURS, carried};
use super::whose_name::Names;
use crate::model::axis::Kind;
use crate::model::field;
use crate::profile::schema::{Column, Does, Object, ObjectKind, Profile};

/// The profile that is used where no vendor is recognised.
pub const GENERIC: &str = "spreadsheet";

/// How a column of the table was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Index of the profile's column.
    pub column: usize,
    /// By the vendor's name or label (exact), or by a family or with a shared first word taken off.
    pub exact: bool,
}

/// What a table was recognised as.
#[derive(Clone, Debug)]
pub struct Recognition {
    /// Index into the profiles.
    pub profile: usize,
    /// Index of the object.
    pub object: usize,
    /// From 0 to 1.
    pub confidence: f64,
    /// The reason, as a sentence fragment.
    pub why: String,
    /// Another reading that is nearly as good.
    pub doubt: Option<String>,
}

/// The headers that the profiles know, made comparable once.
#[derive(Debug)]
pub struct Catalog<'p> {
    profiles: &'p [Profile],
    /// Per profile and object: folded header → column.
    words: Vec<Vec<Labels>>,
    /// Per profile and object: the folded headers of the identity and of the links by it, which a kit has written.
    carried: Vec<Vec<Vec<String>>>,
}

impl<'p> Catalog<'p> {
    /// Folds every header of every profile.
    pub fn new(profiles: &'p [Profile]) -> Self {
        let words = profiles
            .iter()
            .map(|profile| profile.objects.iter().map(Labels::of).collect())
            .collect();
        let carried = profiles
            .iter()
            .map(|profile| {
                let of = |object| carried(profile, object).map(|(_, column)| fold(column));
                let objects = profile.objects.iter();
                objects.map(|object| of(object).collect()).collect()
            })
            .collect();
        Self {
            profiles,
            words,
            carried,
        }
    }

    /// The profiles.
    pub fn profiles(&self) -> &'p [Profile] {
        self.profiles
    }

    /// Which of an object's columns each header is. A column that no header names is the one that has its words in another
    /// number or order, if there is but one.
    pub fn columns(&self, profile: usize, object: usize, header: &Header) -> Vec<Option<Match>> {
        let mut found = self.named(profile, object, header);
        let words = self.words.get(profile).and_then(|all| all.get(object));
        let spec = self.profiles.get(profile);
        let spec = spec.and_then(|spec| spec.objects.get(object));
        let (Some(words), Some(spec)) = (words, spec) else {
            return found;
        };
        let carried = self.carried(profile, object);
        let alike = |(name, hit): (&String, &Option<Match>)| match hit {
            None if !is_told(spec, carried, name) => words.alike(name),
            _ => None,
        };
        let alike: Vec<Option<usize>> = header.names.iter().zip(&found).map(alike).collect();
        let named: Vec<usize> = found.iter().flatten().map(|hit| hit.column).collect();
        for (hit, column) in found.iter_mut().zip(&alike) {
            let claimed = alike.iter().filter(|other| *other == column).count();
            if let Some(column) = *column
                && claimed == 1
                && !named.contains(&column)
            {
                let exact = false;
                *hit = Some(Match { column, exact });
            }
        }
        found
    }

    /// Which of an object's columns each header names.
    fn named(&self, profile: usize, object: usize, header: &Header) -> Vec<Option<Match>> {
        let (Some(words), Some(spec)) = (
            self.words.get(profile).and_then(|words| words.get(object)),
            self.profiles
                .get(profile)
                .and_then(|found| found.objects.get(object)),
        ) else {
            return Vec::new();
        };
        let carried = self.carried(profile, object);
        let find = |word: Option<&str>| -> Vec<Option<Match>> {
            let names = header.names.iter();
            let column = |name: &String| column_of(words, spec, carried, name, word);
            names.map(column).collect()
        };
        let word = shared_word(&header.names);
        let Some(word) = word.filter(|word| !self.names_another(profile, object, word)) else {
            return find(None);
        };
        let found = find(Some(&word));
        if self.is_generic(profile)
            && !names_object(spec, &word)
            && !feeds(spec, &found, &PERSONS_OWN)
        {
            return find(None);
        }
        found
    }

    /// Whether a word is what another object of the profile is called, and not this one: `Company phone` is no
    /// person's phone.
    fn names_another(&self, profile: usize, object: usize, word: &str) -> bool {
        let objects = self.profiles.get(profile).map(|spec| &spec.objects);
        let named = |at: usize| {
            let object = objects.and_then(|objects| objects.get(at));
            object.is_some_and(|object| names_object(object, word))
        };
        let count = objects.map_or(0, Vec::len);
        !named(object) && (0..count).any(named)
    }

    fn is_generic(&self, profile: usize) -> bool {
        let found = self.profiles.get(profile);
        found.is_some_and(|found| found.name == GENERIC)
    }

    fn carried(&self, profile: usize, object: usize) -> &[String] {
        let objects = self.carried.get(profile);
        let found = objects.and_then(|objects| objects.get(object));
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether no rival knows a header. A label that is spelled out is a vendor's own even if the plain profile knows it.
    fn is_own(&self, rivals: &[usize], folded: &str, spelled: bool) -> bool {
        !rivals
            .iter()
            .filter(|other| !(spelled && self.is_generic(**other)))
            .any(|other| self.known_by(*other, folded))
    }

    /// The other profiles that a table's headers may speak for as well. Beside one that knows nearly all of them, those
    /// that know clearly fewer are none: the more vendors are known, the fewer words are one's alone.
    fn rivals(&self, header: &Header) -> Vec<Vec<usize>> {
        let count = |profile: usize, object: usize| {
            let columns = self.columns(profile, object, header);
            columns.iter().flatten().count()
        };
        let known: Vec<usize> = (self.profiles.iter().enumerate())
            .map(|(profile, spec)| {
                let counts = (0..spec.objects.len()).map(|object| count(profile, object));
                counts.max().unwrap_or(0)
            })
            .collect();
        let total = header.names.iter().filter(|name| !name.is_empty()).count();
        let lead = (total / 10).max(2);
        (known.iter().enumerate())
            .map(|(profile, all)| {
                let others = known
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != profile);
                let near = others.filter(|(other, count)| {
                    all * 10 < total * 9 || *count + lead > *all || self.is_generic(*other)
                });
                near.map(|(other, _)| other).collect()
            })
            .collect()
    }

    fn known_by(&self, profile: usize, folded: &str) -> bool {
        self.words
            .get(profile)
            .is_some_and(|objects| objects.iter().any(|words| words.exact(folded).is_some()))
    }
}

/// Whether what becomes of a header that no column stands for is told all the same.
fn is_told(object: &Object, carried: &[String], name: &str) -> bool {
    carried.contains(&fold(name))
        || name.starts_with(OURS)
        || object.noise.iter().any(|glob| fits(glob, name))
}

fn column_of(
    words: &Labels,
    object: &Object,
    carried: &[String],
    name: &str,
    shared: Option<&str>,
) -> Option<Match> {
    let folded = fold(name);
    if let Some(column) = words.exact(&folded) {
        return Some(Match {
            column,
            exact: true,
        });
    }
    if name.is_empty() || carried.contains(&folded) {
        return None;
    }
    let family = |name: &str| {
        object.columns.iter().position(|column| {
            spellings(column).any(|pattern| pattern.contains('*') && fits(pattern, name))
        })
    };
    let without = || {
        let (first, rest) = first_word(name)?;
        let is_shared = shared == Some(fold(first).as_str());
        let known = || words.find(rest).or_else(|| family(rest));
        is_shared.then(known)?
    };
    Some(Match {
        column: family(name).or_else(|| words.bare(name)).or_else(without)?,
        exact: false,
    })
}

struct Candidate {
    profile: usize,
    object: usize,
    score: f64,
    /// The score without what the ids tell.
    but_for_ids: f64,
    matched: usize,
    /// Headers that no other profile knows, those that a kit has written among them.
    own: usize,
    /// The identity and the links by it, which only a kit for this profile has.
    carried: usize,
    /// Those among them that nobody writes by chance: `snake_case` or `CamelCase` names.
    own_names: usize,
    /// Those among them that are labels of several words, to the letter, which plain tables may use too.
    spelled: usize,
    by_id: bool,
}

/// So many labels of several words, to the letter, make a table one of the system that the files beside it are of.
const SPELLED_BESIDE: usize = 4;

/// Recognises a table from its header and its first rows; `None` where it holds neither people nor
/// companies nor anything known around them. `name` is the file's, behind that of its folder; `from` names the
/// profile, `as_object` the object, if the user said so.
///
/// What headers and ids say comes first. Where they speak for no vendor, or for two nearly alike, a vendor's name in the
/// name of the file, or else of its folder, decides if enough of the headers agree; what it would be without is the doubt.
pub fn recognize(
    catalog: &Catalog,
    header: &Header,
    sample: &[Vec<String>],
    name: &str,
    from: Option<usize>,
    as_object: Option<&str>,
    beside: Option<usize>,
) -> Option<Recognition> {
    let all = candidates(catalog, header, sample, name, from, as_object);
    let told = from.is_some() || as_object.is_some();
    let convinces = |found: &&Candidate| told || convincing(catalog, found, header, sample, name);
    let convinced: Vec<&Candidate> = all.iter().filter(convinces).collect();
    let plain = convinced.first().copied();
    let by_name = named_vendor(catalog.profiles, name).filter(|_| from.is_none());
    let vendor = by_name.or(beside);
    let named = vendor.and_then(|vendor| match plain {
        Some(best) if best.profile == vendor => None,
        Some(best) if told || !catalog.is_generic(best.profile) => {
            let mut of_it = convinced.iter().filter(|found| found.profile == vendor);
            of_it.find(|found| near(found, best)).copied()
        }
        _ => {
            let of_it = all.iter().rev().filter(|found| found.profile == vendor);
            // What lies beside a file says less than its name.
            let alike = |found: &&Candidate| {
                by_name.is_some()
                    || is_around(catalog, found)
                    || found.spelled >= SPELLED_BESIDE
                        && plain.is_none_or(|best| found.matched * 5 >= best.matched * 4)
            };
            let agreed = of_it
                .filter(|found| agrees(catalog, found, header, sample, name))
                .filter(alike);
            agreed.max_by(|a, b| a.but_for_ids.total_cmp(&b.but_for_ids))
        }
    });
    let best = named.or(plain)?;
    let doubt = match named {
        Some(_) => Some(plain.map_or(NO_PARTIES.to_string(), |found| title(catalog, found))),
        None => second(best, &convinced).map(|found| title(catalog, found)),
    };
    let total = header.names.iter().filter(|name| !name.is_empty()).count();
    let share = best.matched as f64 / total.max(1) as f64;
    let most = if doubt.is_some() { 0.6 } else { 1.0 };
    let confidence = (0.5 + 0.5 * share).min(most);
    Some(Recognition {
        profile: best.profile,
        object: best.object,
        confidence: if told { 1.0 } else { confidence },
        why: why(
            catalog,
            best,
            total,
            named.map(|_| match by_name {
                Some(_) => ", and the name of the file or its folder says so",
                None => ", and so are the files beside it",
            }),
        ),
        doubt,
    })
}

/// What a table may be that nothing but a name says something of.
const NO_PARTIES: &str = "a table of another kind";

/// Every object that the table may be of, the best first.
fn candidates(
    catalog: &Catalog,
    header: &Header,
    sample: &[Vec<String>],
    name: &str,
    from: Option<usize>,
    as_object: Option<&str>,
) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let rivals = catalog.rivals(header);
    for (profile, spec) in catalog.profiles.iter().enumerate() {
        if from.is_some_and(|wanted| wanted != profile) {
            continue;
        }
        for (object, box_) in spec.objects.iter().enumerate() {
            let wanted = as_object.is_none_or(|wanted| wanted == box_.name);
            if wanted && box_.rows_of.is_none() {
                let rivals = rivals.get(profile).map_or(&[][..], Vec::as_slice);
                found.extend(weigh(
                    catalog,
                    (profile, object),
                    rivals,
                    header,
                    sample,
                    name,
                    from.is_some(),
                ));
            }
        }
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found
}

/// Another reading that is nearly as good as the best.
fn second<'c>(best: &Candidate, convinced: &[&'c Candidate]) -> Option<&'c Candidate> {
    let other = convinced
        .iter()
        .find(|other| other.profile != best.profile || !best.by_id);
    let second = convinced.get(1).filter(|_| other.is_some())?;
    let counts = near(second, best) && (second.by_id || !best.by_id);
    counts.then_some(*second)
}

/// Whether a reading is nearly as good as the best.
fn near(other: &Candidate, best: &Candidate) -> bool {
    other.score > best.score * 0.9
}

fn title(catalog: &Catalog, found: &Candidate) -> String {
    let spec = catalog.profiles.get(found.profile);
    let object = spec.and_then(|spec| spec.objects.get(found.object));
    match (spec, object) {
        (Some(spec), Some(object)) => format!("{} {}", spec.name, object.name),
        _ => String::new(),
    }
}

fn why(catalog: &Catalog, best: &Candidate, total: usize, named: Option<&str>) -> String {
    let what = title(catalog, best);
    let mut why = format!("{} of {total} headers are those of {what}", best.matched);
    if let Some(named) = named {
        why.push_str(named);
    } else if best.by_id {
        why.push_str(", and the ids begin as its ids do");
    } else if best.own > 0 && !catalog.is_generic(best.profile) {
        why.push_str(&format!(", {} of them are its own", best.own));
    }
    why
}

fn weigh(
    catalog: &Catalog,
    (profile, object): (usize, usize),
    rivals: &[usize],
    header: &Header,
    sample: &[Vec<String>],
    file: &str,
    told: bool,
) -> Option<Candidate> {
    let spec = catalog.profiles.get(profile)?;
    let box_ = spec.objects.get(object)?;
    let columns = catalog.columns(profile, object, header);
    let must = box_.must.iter().all(|must| {
        let at = box_.columns.iter().position(|column| column.key == *must);
        columns
            .iter()
            .flatten()
            .any(|found| Some(found.column) == at)
    });
    if !must {
        return None;
    }
    let mut found = Candidate {
        profile,
        object,
        score: 0.0,
        but_for_ids: 0.0,
        matched: 0,
        own: 0,
        carried: 0,
        own_names: 0,
        spelled: 0,
        by_id: false,
    };
    let carried = written_before(catalog.carried(profile, object), box_, header);
    for (name, column) in header.names.iter().zip(&columns) {
        let folded = fold(name);
        let is_carried = !folded.is_empty() && carried.contains(&folded);
        found.carried += usize::from(is_carried);
        found.own += usize::from(is_carried);
        found.matched += usize::from(is_carried || column.is_some());
        let signed = !is_carried && spec.signs.iter().any(|sign| glob_fits(sign, name));
        let Some(hit) = column.filter(|_| !is_carried) else {
            found.matched += usize::from(signed);
            found.own += usize::from(signed);
            found.score += if signed { 1.0 } else { 0.0 };
            continue;
        };
        let plain = if hit.exact || signed { 1.0 } else { 0.6 };
        let spelled = spec.name != GENERIC && is_spelled_out(box_, hit, name);
        let own = hit.exact && catalog.is_own(rivals, &folded, spelled);
        found.spelled += usize::from(own && spelled);
        found.score += plain * if own { 2.0 } else { 1.0 };
        if let Some(column) = box_.columns.get(hit.column) {
            found.own += usize::from(own);
            found.own_names += usize::from(own && is_a_systems_name(&column.key, name));
            found.score += if column.key == *name { 0.2 } else { 0.0 };
            found.score -= if matches!(column.does, Does::Drop(_)) {
                plain * 0.5
            } else {
                0.0
            };
        }
    }
    if spec.name == GENERIC {
        let filled: Vec<Option<Match>> = (columns.iter().enumerate())
            .map(|(at, hit)| hit.filter(|_| is_filled(at, sample)))
            .collect();
        found.score *= 0.7 * fitness(box_, &filled) * named_so(box_, &filled, sample);
    }
    found.score += 3.0 * found.carried as f64;
    if names_file(box_, file) {
        found.score += 1.0;
    }
    found.but_for_ids = found.score;
    match ids(box_, &columns, sample) {
        Some(share) if share >= 0.8 => {
            found.by_id = true;
            found.score *= 1.5;
        }
        // Who says which vendor's it is may have ids that were replaced.
        Some(share) if share < 0.2 => found.score *= if told { 0.7 } else { 0.4 },
        _ => {}
    }
    (found.matched > 0).then_some(found)
}

/// Which share of the sampled ids begins as the object's ids do; `None` where there is nothing to tell by.
fn ids(object: &Object, columns: &[Option<Match>], sample: &[Vec<String>]) -> Option<f64> {
    if object.id_prefix.is_empty() {
        return None;
    }
    let at = columns.iter().position(|found| {
        found
            .and_then(|found| object.columns.get(found.column))
            .is_some_and(Column::is_id)
    })?;
    let ids: Vec<&str> = sample
        .iter()
        .filter_map(|row| row.get(at))
        .map(|id| id.trim())
        .filter(|id| !id.is_empty())
        .collect();
    if ids.is_empty() {
        return None;
    }
    let hits = ids
        .iter()
        .filter(|id| {
            object
                .id_prefix
                .iter()
                .any(|prefix| id.starts_with(prefix.as_str()))
        })
        .count();
    Some(hits as f64 / ids.len() as f64)
}

/// The headers, folded, that an earlier run has written for this object if the first, the identity, is there.
fn written_before<'c>(carried: &'c [String], object: &Object, header: &Header) -> &'c [String] {
    let is = |own: &String| !own.is_empty() && header.names.iter().any(|name| fold(name) == *own);
    match carried.first() {
        Some(own) if object.write.is_some() && is(own) => carried,
        _ => &[],
    }
}

/// Whether a header is one of the column's spellings to the letter, of several words.
fn is_spelled_out(object: &Object, hit: Match, header: &str) -> bool {
    let several = header
        .split([' ', '/'])
        .filter(|word| !word.is_empty())
        .count()
        > 1;
    let column = object.columns.get(hit.column);
    several && column.is_some_and(|column| spellings(column).any(|spelling| spelling == header))
}

/// Whether a header is written as only a system writes it: the profile's own name, of several words without spaces.
fn is_a_systems_name(key: &str, header: &str) -> bool {
    let inner_capital = header
        .as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()));
    fold(key) == fold(header) && !header.contains(' ') && (header.contains('_') || inner_capital)
}

/// Fields that only a person has.
const PERSONAL: [&str; 13] = [
    "name.given",
    "name.family",
    "name.prefix",
    "name.suffix",
    "name.middle",
    "name.nickname",
    "title",
    "department",
    "gender",
    "birthday",
    "phone.mobile",
    "phone.home",
    "manager",
];
/// Fields that show that the headers are those of people, whatever word stands before them.
const PERSONS_OWN: [&str; 3] = ["email", "name.given", "name.family"];
/// Fields that tell of a company, where nobody's employer is named.
const CORPORATE: [&str; 6] = [
    "website",
    "organization.domain",
    "organization.industry",
    "organization.employees",
    "organization.revenue",
    "organization.tax_id",
];
/// Fields that show that a name is a party's: other things than parties have a name, a date and a description too.
const TELLING: [&str; 5] = ["email", "phone", "organization.", "address.", "social."];

/// Whether a column has a filled cell among the sampled rows, if there are any.
fn is_filled(at: usize, sample: &[Vec<String>]) -> bool {
    let cells = sample.iter().filter_map(|row| row.get(at));
    sample.is_empty() || cells.map(|cell| cell.trim()).any(|cell| !cell.is_empty())
}

/// How well the kind of a plain object fits what the table's filled columns tell: people have personal columns or an
/// employer, companies have neither.
fn fitness(object: &Object, columns: &[Option<Match>]) -> f64 {
    let personal = PERSONAL
        .iter()
        .any(|field| feeds(object, columns, &[field]));
    match object.kind {
        ObjectKind::Party(Kind::Organization) if personal => 0.8,
        ObjectKind::Party(Kind::Organization) if names_twice(object, columns) => 0.8,
        ObjectKind::Party(Kind::Person) if !personal => {
            let employer = feeds(object, columns, &["organization.name", "organization.id"]);
            let corporate = feeds(object, columns, &CORPORATE);
            if corporate && !employer { 0.8 } else { 1.0 }
        }
        _ => 1.0,
    }
}

/// How well the names fit the kind of a plain object: a bare name, beside nothing that only people have and no employer,
/// is an organization's if its cells say so.
fn named_so(object: &Object, columns: &[Option<Match>], sample: &[Vec<String>]) -> f64 {
    if object.kind != ObjectKind::Party(Kind::Person) || feeds(object, columns, &PERSONAL) {
        return 1.0;
    }
    let is_name = |hit: &Option<Match>| {
        hit.is_some_and(|hit| goes_to(object, hit, &["name.full", "organization.name"]))
    };
    let mut names = (0..).zip(columns).filter(|(_, hit)| is_name(hit));
    let (Some((at, _)), None) = (names.next(), names.next()) else {
        return 1.0;
    };
    let cells = sample.iter().filter_map(|row| row.get::<usize>(at));
    match Names::of(cells.map(String::as_str)).are_organizations() {
        true => 0.8,
        false => 1.0,
    }
}

/// Whether a table has a column for a name and one for a company beside it.
fn names_twice(object: &Object, columns: &[Option<Match>]) -> bool {
    columns
        .iter()
        .flatten()
        .filter(|hit| {
            object
                .columns
                .get(hit.column)
                .and_then(field_of)
                .is_some_and(|field| field == "organization.name" || field.starts_with("name."))
        })
        .count()
        > 1
}

/// Whether one of the columns goes to one of these fields.
fn feeds(object: &Object, columns: &[Option<Match>], wanted: &[&str]) -> bool {
    columns
        .iter()
        .flatten()
        .any(|hit| goes_to(object, *hit, wanted))
}

fn goes_to(object: &Object, hit: Match, wanted: &[&str]) -> bool {
    object.columns.get(hit.column).is_some_and(|column| {
        matches!(&column.does, Does::Fields { fields, .. }
            if fields.iter().any(|field| wanted.contains(&field.as_str())))
    })
}

/// Whether there is enough to say that a table is of this object.
fn convincing(
    catalog: &Catalog,
    found: &Candidate,
    header: &Header,
    sample: &[Vec<String>],
    file: &str,
) -> bool {
    let Some(spec) = catalog.profiles.get(found.profile) else {
        return false;
    };
    let Some(object) = spec.objects.get(found.object) else {
        return false;
    };
    let columns = catalog.columns(found.profile, found.object, header);
    let total = header.names.iter().filter(|name| !name.is_empty()).count();
    let share = found.matched as f64 / total.max(1) as f64;
    if matches!(object.kind, ObjectKind::Party(_)) && !names_someone(object, &columns, sample) {
        return false;
    }
    if spec.name == GENERIC {
        return tells_of_parties(object, &columns, file);
    }
    if matches!(object.kind, ObjectKind::OptOuts) {
        let named = object.files.iter().any(|glob| glob_fits(glob, file));
        return named && found.matched >= 1 && share > 0.9;
    }
    if found.own == found.spelled && found.spelled > 0 && !found.by_id {
        return found.spelled >= 4 && share >= 0.6;
    }
    let own = found.own + 2 * found.carried;
    found.by_id && share >= 0.1
        || own >= 2 && share >= 0.5
        || own >= 5 && share >= 0.3
        || own >= 10
        || found.own_names >= 1 && share >= 0.6
}

/// Whether a table is what a vendor's name says: half of the headers are the object's and tell of parties, or the file's
/// name says the object, too, and the first column is the object's key, to the letter.
fn agrees(
    catalog: &Catalog,
    found: &Candidate,
    header: &Header,
    sample: &[Vec<String>],
    file: &str,
) -> bool {
    let spec = catalog.profiles.get(found.profile);
    let Some(object) = spec.and_then(|spec| spec.objects.get(found.object)) else {
        return false;
    };
    let columns = catalog.columns(found.profile, found.object, header);
    let total = header.names.iter().filter(|name| !name.is_empty()).count();
    let half = found.matched * 2 >= total;
    match object.kind {
        ObjectKind::Party(_) => {
            let key = names_file(object, file) && begins_with_key(object, &columns, header);
            let someone = || names_someone(object, &columns, sample);
            key || half && someone() && tells_of_parties(object, &columns, file)
        }
        ObjectKind::User | ObjectKind::Context(_) => half && names_file(object, file),
        ObjectKind::OptOuts => false,
    }
}

/// Whether the rows of an object stand around the parties: users, deals, activities.
fn is_around(catalog: &Catalog, found: &Candidate) -> bool {
    let spec = catalog.profiles.get(found.profile);
    let object = spec.and_then(|spec| spec.objects.get(found.object));
    object.is_some_and(|object| matches!(object.kind, ObjectKind::User | ObjectKind::Context(_)))
}

/// Whether the first column is the object's key under a name that says the object, as `accountid` does.
fn begins_with_key(object: &Object, columns: &[Option<Match>], header: &Header) -> bool {
    let first = columns.first().copied().flatten();
    let column = first.and_then(|hit| object.columns.get(hit.column));
    let name = header.names.first().map_or("", String::as_str);
    column.is_some_and(|column| {
        let says = fold(name).contains(&fold(&object.name));
        column.is_id() && column.key.eq_ignore_ascii_case(name) && says
    })
}

/// Whether some row has a name or an address; a column that is empty in every row tells nothing.
fn names_someone(object: &Object, columns: &[Option<Match>], sample: &[Vec<String>]) -> bool {
    let wanted: &[&str] = match object.kind {
        ObjectKind::Party(Kind::Organization) => &["organization.name", "organization.domain"],
        _ => &["name.full", "name.given", "name.family", "email"],
    };
    columns.iter().enumerate().any(|(at, hit)| {
        hit.is_some_and(|hit| goes_to(object, hit, wanted)) && is_filled(at, sample)
    })
}

/// Whether a plain table tells more than a name: a way to reach the party, or what only a party has.
fn tells_of_parties(object: &Object, columns: &[Option<Match>], file: &str) -> bool {
    let telling = |hit: &Match| {
        let field = object
            .columns
            .get(hit.column)
            .and_then(field_of)
            .unwrap_or_default();
        PERSONAL.contains(&field)
            || CORPORATE.contains(&field)
            || field != "organization.name" && TELLING.iter().any(|start| field.starts_with(start))
    };
    columns.iter().flatten().any(telling)
        || names_twice(object, columns)
        || object.files.iter().any(|glob| glob_fits(glob, file))
}

/// The first canonical field of a column that has one.
pub fn field_of(column: &Column) -> Option<&str> {
    match &column.does {
        Does::Fields { fields, .. } => fields
            .first()
            .map(String::as_str)
            .filter(|name| field::type_of(name).is_some()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_systems_name_is_not_what_people_write() {
        assert!(is_a_systems_name("HasOptedOut", "HasOptedOut"));
        assert!(is_a_systems_name("hs_object_id", "HS_OBJECT_ID"));
        assert!(!is_a_systems_name("Rating", "Rating"));
        assert!(!is_a_systems_name(
            "NumberOfEmployees",
            "Number of employees"
        ));
    }

    fn recognised(names: &[&str], rows: &[&[&str]], file: &str) -> Option<String> {
        let profiles = vec![crate::profile::load(GENERIC, &[]).unwrap()];
        let catalog = Catalog::new(&profiles);
        let names = names.iter().map(|name| name.to_string()).collect();
        let header = Header {
            names,
            row: 1,
            above: 0,
        };
        let sample: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.to_string()).collect())
            .collect();
        let found = recognize(&catalog, &header, &sample, file, None, None, None)?;
        Some(profiles[found.profile].objects[found.object].name.clone())
    }

    #[test]
    fn a_name_with_company_columns_is_a_companys() {
        let header = ["Name", "Phone", "Website", "Annual revenue"];
        let found = recognised(&header, &[&["Acme", "1", "a.example", "5"]], "x.csv");
        assert_eq!(found.as_deref(), Some("companies"));
    }

    #[test]
    fn a_bare_name_is_a_companys_where_its_cells_say_so() {
        let header = ["Name", "Address", "City", "Phone"];
        let of = |name: &str| recognised(&header, &[&[name, "1 Elm St", "Leeds", "5"]], "x.csv");
        assert_eq!(of("Bolt Consulting Ltd").as_deref(), Some("companies"));
        assert_eq!(of("Ann Lee").as_deref(), Some("people"));
        assert_eq!(of("Đặng Thùy Trâm").as_deref(), Some("people"));
    }

    #[test]
    fn an_empty_personal_column_makes_no_person() {
        let header = ["Name", "Mobile", "Phone", "Website", "Industry"];
        let of = |mobile: &str| {
            let row = ["Acme", mobile, "5", "a.example", "Metal"];
            recognised(&header, &[&row], "x.csv").unwrap()
        };
        assert_eq!(
            (of("").as_str(), of("77").as_str()),
            ("companies", "people")
        );
    }

    #[test]
    fn a_name_beside_a_company_is_a_persons() {
        let found = recognised(
            &["Name", "Company", "Industry"],
            &[&["Ann", "Acme", "x"]],
            "x.csv",
        );
        assert_eq!(found.as_deref(), Some("people"));
    }

    #[test]
    fn a_list_of_named_things_is_no_list_of_people() {
        assert_eq!(
            recognised(&["id", "name"], &[&["1", "red"]], "colours.csv"),
            None
        );
        let told_by_its_name = recognised(&["id", "name"], &[&["1", "Ann"]], "contacts.csv");
        assert_eq!(told_by_its_name.as_deref(), Some("people"));
    }

    #[test]
    fn a_column_that_is_always_empty_names_nobody() {
        let header = ["id", "first_name", "last_name", "vid"];
        assert_eq!(recognised(&header, &[&["1", "", "", "2"]], "x.csv"), None);
    }

    #[test]
    fn no_more_headers_are_a_profiles_own_than_there_are() {
        let text = "profile: shop
objects:
  people:
    kind: person
    columns: {Mail: email, Firm: organization.name, \"Firm *\": keep}
    write: {file: people, links: {organization.id: Firm key}}
import: {identity: {column: Shop key}}
";
        let profiles = vec![crate::profile::load_text(text, "shop.yaml", &[]).unwrap()];
        let names = ["Shop key", "Mail", "Firm key", "Firm size"];
        let header = Header {
            names: names.map(str::to_string).to_vec(),
            row: 1,
            above: 0,
        };
        let catalog = Catalog::new(&profiles);
        let found = recognize(&catalog, &header, &[], "x.csv", None, None, None).unwrap();
        let why = "4 of 4 headers are those of shop people, 3 of them are its own";
        assert_eq!(found.why, why);
    }

    #[test]
    fn another_number_is_forgiven_where_no_other_header_has_the_column() {
        let text = "profile: shop
objects:
  people:
    kind: person
    columns: {Mail: email, Linked firms: organization.name}
    noise: [\"Linked f*\"]
";
        let known = |profile: &str, names: &[&str]| {
            let profiles = vec![crate::profile::load_text(profile, "shop.yaml", &[]).unwrap()];
            let header = Header {
                names: names.iter().map(|name| name.to_string()).collect(),
                row: 1,
                above: 0,
            };
            let found = Catalog::new(&profiles).columns(0, 0, &header);
            let found = found.iter().map(|hit| hit.map(|hit| hit.column));
            found.collect::<Vec<_>>()
        };
        let quiet = text.replace("    noise: [\"Linked f*\"]\n", "");
        assert_eq!(known(&quiet, &["Mail", "Linked firm"]), [Some(0), Some(1)]);
        assert_eq!(
            known(&quiet, &["Linked firm", "Linked firms"]),
            [None, Some(1)]
        );
        assert_eq!(
            known(&quiet, &["Linked firm", "The linked firme"]),
            [None, None]
        );
        assert_eq!(known(text, &["Mail", "Linked firm"]), [Some(0), None]);
    }

    #[test]
    fn a_first_word_that_most_headers_share_is_taken_off() {
        let object = |names: &[&str]| recognised(names, &[&["x"; 9]], "x.csv");
        let people = ["crm_id", "crm_email", "crm_first_name", "crm_last_name"];
        assert_eq!(object(&people).as_deref(), Some("people"));
        let people = ["Person - Name", "Person - Phone", "Person - City"];
        assert_eq!(object(&people).as_deref(), Some("people"));
        let companies = ["Company Name", "Company Sector", "Company Employees"];
        assert_eq!(object(&companies).as_deref(), Some("companies"));
        let things = ["product_id", "product_name", "product_website"];
        assert_eq!(object(&things), None);
    }
}
