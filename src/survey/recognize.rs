//! Which vendor and object a table is of, and why.

use std::collections::HashMap;

use super::fold::{fits, fold};
use super::header::Header;
use crate::model::field;
use crate::profile::schema::{Column, Does, Object, ObjectKind, Profile};

/// The profile that is used where no vendor is recognised.
pub const GENERIC: &str = "spreadsheet";

/// How a column of the table was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Index of the profile's column.
    pub column: usize,
    /// By the vendor's name or label (exact), or by a family or a shared prefix taken off.
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
    words: Vec<Vec<HashMap<String, usize>>>,
}

impl<'p> Catalog<'p> {
    /// Folds every header of every profile.
    pub fn new(profiles: &'p [Profile]) -> Self {
        let words = profiles
            .iter()
            .map(|profile| profile.objects.iter().map(words_of).collect())
            .collect();
        Self { profiles, words }
    }

    /// The profiles.
    pub fn profiles(&self) -> &'p [Profile] {
        self.profiles
    }

    /// Which of an object's columns each header is.
    pub fn columns(&self, profile: usize, object: usize, header: &Header) -> Vec<Option<Match>> {
        let (Some(words), Some(spec)) = (
            self.words.get(profile).and_then(|words| words.get(object)),
            self.profiles.get(profile).and_then(|found| found.objects.get(object)),
        ) else {
            return Vec::new();
        };
        let prefix = shared_prefix(&header.names);
        header
            .names
            .iter()
            .map(|name| column_of(words, spec, name, prefix))
            .collect()
    }

    fn known_by(&self, profile: usize, folded: &str) -> bool {
        self.words
            .get(profile)
            .is_some_and(|objects| objects.iter().any(|words| words.contains_key(folded)))
    }
}

fn words_of(object: &Object) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for (at, column) in object.columns.iter().enumerate() {
        if column.key.contains('*') {
            continue;
        }
        words.entry(fold(&column.key)).or_insert(at);
        let spellings = column.labels.iter().flat_map(|(_, spellings)| spellings);
        for spelling in spellings.filter(|spelling| !spelling.contains('*')) {
            words.entry(fold(spelling)).or_insert(at);
        }
    }
    words.remove("");
    words
}

fn column_of(
    words: &HashMap<String, usize>,
    object: &Object,
    name: &str,
    prefix: Option<&str>,
) -> Option<Match> {
    let folded = fold(name);
    if let Some(&column) = words.get(&folded) {
        return Some(Match { column, exact: true });
    }
    if folded.is_empty() {
        return None;
    }
    let family = object.columns.iter().position(|column| {
        spellings(column).any(|pattern| pattern.contains('*') && fits(pattern, &folded))
    });
    if let Some(column) = family {
        return Some(Match { column, exact: false });
    }
    let bare = folded.strip_prefix(prefix?)?;
    let column = *words.get(bare)?;
    Some(Match { column, exact: false })
}

fn spellings(column: &Column) -> impl Iterator<Item = &String> {
    let labels = column.labels.iter().flat_map(|(_, spellings)| spellings);
    std::iter::once(&column.key).chain(labels)
}

/// A first word that most headers share (`property_…`), folded.
fn shared_prefix(names: &[String]) -> Option<&'static str> {
    const PREFIXES: [&str; 2] = ["property", "properties"];
    PREFIXES.into_iter().find(|prefix| {
        names.iter().filter(|name| fold(name).starts_with(prefix)).count() >= 3
    })
}

struct Candidate {
    profile: usize,
    object: usize,
    score: f64,
    matched: usize,
    own: usize,
    by_id: bool,
}

/// Recognises a table from its header and its first rows; `None` where it holds neither people nor
/// companies nor anything known around them. `from` names the profile, `as_object` the object, if the user said so.
pub fn recognize(
    catalog: &Catalog,
    header: &Header,
    sample: &[Vec<String>],
    name: &str,
    from: Option<usize>,
    as_object: Option<&str>,
) -> Option<Recognition> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for (profile, spec) in catalog.profiles.iter().enumerate() {
        if from.is_some_and(|wanted| wanted != profile) {
            continue;
        }
        for (object, box_) in spec.objects.iter().enumerate() {
            let wanted = as_object.is_none_or(|wanted| wanted == box_.name);
            if wanted && box_.rows_of.is_none() {
                candidates.extend(weigh(catalog, profile, object, header, sample, name));
            }
        }
    }
    let told = from.is_some() || as_object.is_some();
    candidates.retain(|found| told || convincing(catalog, found, header));
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
    let best = candidates.first()?;
    let spec = catalog.profiles.get(best.profile)?;
    let object = spec.objects.get(best.object)?;
    let second = candidates.iter().find(|other| other.profile != best.profile || !best.by_id);
    let second = candidates.get(1).filter(|_| second.is_some()).filter(|other| {
        other.score > best.score * 0.9 && !(best.by_id && !other.by_id)
    });
    let doubt = second.and_then(|other| {
        let spec = catalog.profiles.get(other.profile)?;
        Some(format!("{} {}", spec.name, spec.objects.get(other.object)?.name))
    });
    let total = header.names.iter().filter(|name| !name.is_empty()).count();
    let share = best.matched as f64 / total.max(1) as f64;
    let confidence = (0.5 + 0.5 * share).min(if doubt.is_some() { 0.6 } else { 1.0 });
    let mut why = format!("{} of {total} headers are those of {} {}", best.matched, spec.name, object.name);
    if best.by_id {
        why.push_str(", and the ids begin as its ids do");
    } else if best.own > 0 && spec.name != GENERIC {
        why.push_str(&format!(", {} of them are its own", best.own));
    }
    Some(Recognition {
        profile: best.profile,
        object: best.object,
        confidence: if told { 1.0 } else { confidence },
        why,
        doubt,
    })
}

fn weigh(
    catalog: &Catalog,
    profile: usize,
    object: usize,
    header: &Header,
    sample: &[Vec<String>],
    file: &str,
) -> Option<Candidate> {
    let spec = catalog.profiles.get(profile)?;
    let box_ = spec.objects.get(object)?;
    let columns = catalog.columns(profile, object, header);
    let must = box_.must.iter().all(|must| {
        let at = box_.columns.iter().position(|column| column.key == *must);
        columns.iter().flatten().any(|found| Some(found.column) == at)
    });
    if !must {
        return None;
    }
    let mut found = Candidate { profile, object, score: 0.0, matched: 0, own: 0, by_id: false };
    for (name, column) in header.names.iter().zip(&columns) {
        let Some(hit) = column else { continue };
        let folded = fold(name);
        let others = (0..catalog.profiles.len())
            .filter(|other| *other != profile && catalog.known_by(*other, &folded))
            .count();
        let plain = if hit.exact { 1.0 } else { 0.6 };
        let own = others == 0 && hit.exact;
        found.own += usize::from(own);
        found.matched += 1;
        found.score += plain * if own { 2.0 } else { 1.0 };
        if let Some(column) = box_.columns.get(hit.column) {
            found.score += if column.key == *name { 0.2 } else { 0.0 };
            found.score -= if matches!(column.does, Does::Drop(_)) { plain * 0.5 } else { 0.0 };
        }
    }
    if spec.name == GENERIC {
        found.score *= 0.7;
    }
    if box_.files.iter().any(|glob| glob_fits(glob, file)) {
        found.score += 1.0;
    }
    match ids(box_, &columns, sample) {
        Some(share) if share >= 0.8 => {
            found.by_id = true;
            found.score *= 1.5;
        }
        Some(share) if share < 0.2 => found.score *= 0.4,
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
        found.and_then(|found| object.columns.get(found.column)).is_some_and(|column| {
            matches!(&column.does, Does::Fields { fields, .. } if fields.iter().any(|f| f == "origin.id"))
        })
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
        .filter(|id| object.id_prefix.iter().any(|prefix| id.starts_with(prefix.as_str())))
        .count();
    Some(hits as f64 / ids.len() as f64)
}

/// Whether there is enough to say that a table is of this object.
fn convincing(catalog: &Catalog, found: &Candidate, header: &Header) -> bool {
    let Some(spec) = catalog.profiles.get(found.profile) else {
        return false;
    };
    let Some(object) = spec.objects.get(found.object) else {
        return false;
    };
    let total = header.names.iter().filter(|name| !name.is_empty()).count();
    if spec.name != GENERIC {
        let share = found.matched as f64 / total.max(1) as f64;
        let enough = if matches!(object.kind, ObjectKind::OptOuts) {
            found.matched >= 1 && share > 0.9
        } else {
            found.own >= 2 && share >= 0.3 || found.by_id && share >= 0.3
        };
        return enough;
    }
    let columns = catalog.columns(found.profile, found.object, header);
    let feeds = |wanted: &[&str]| {
        columns.iter().flatten().any(|hit| {
            object.columns.get(hit.column).is_some_and(|column| {
                matches!(&column.does, Does::Fields { fields, .. }
                    if fields.iter().any(|field| wanted.contains(&field.as_str())))
            })
        })
    };
    let named = match object.kind {
        ObjectKind::Party(crate::model::axis::Kind::Organization) => feeds(&["organization.name", "organization.domain"]),
        _ => feeds(&["name.full", "name.given", "name.family", "email"]),
    };
    named && (found.matched >= 2 || total <= 2)
}

fn glob_fits(glob: &str, file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file).to_lowercase();
    let glob = glob.to_lowercase();
    match glob.split_once('*') {
        None => name == glob,
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end.trim_start_matches('*'))
        }
    }
}

/// What a column becomes, for people: the first field, `drop`, `keep`.
pub fn becomes(column: &Column) -> String {
    match &column.does {
        Does::Fields { fields, .. } => fields.join(", "),
        Does::Drop(reason) => format!("dropped: {reason}"),
        Does::Keep => "kept aside".to_string(),
    }
}

/// The first canonical field of a column that has one.
pub fn field_of(column: &Column) -> Option<&str> {
    match &column.does {
        Does::Fields { fields, .. } => fields.first().map(String::as_str).filter(|name| field::type_of(name).is_some()),
        _ => None,
    }
}
