//! The main job, from files to a kit.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, SeekFrom, Write};

use super::against::{self, Existing};
use super::assemble::{self, Books};
use super::first_pass::{self, Gathered};
use super::leave_out::{self, LeaveOut};
use super::matching::{Beyond, Lens};
use super::mended;
use super::options::{Options, Outcome, Progress};
use super::reclassify::{self, Moves};
use super::resolve::{self, Resolved};
use super::sample;
use super::second_pass::{self, Homeless, Names, Part, View};
use super::segments;
use super::set::Set;
use super::sources::{self, Role, Understood};
use super::stamps::Stamps;
use crate::dedupe::{self, Group};
use crate::error::{Error, Result};
use crate::export::{self, Layout, Load};
use crate::expression::Expression;
use crate::glossary::{self, Glossary};
use crate::kit::{self, Parts, Sink};
use crate::map::Job;
use crate::model::field::Fields;
use crate::model::finding;
use crate::model::store::Store;
use crate::profile::{self, schema::Profile};
use crate::read::{self, Input};
use crate::survey::{Catalog, hints};

/// How much of the records is kept in memory, in bytes; the rest waits in a private temporary file.
const STORE_MEMORY: usize = 192 << 20;

/// The profiles of a run.
#[derive(Debug)]
pub struct Profiles {
    /// All that a file may be of.
    pub sources: Vec<Profile>,
    /// Index of the one that the user named.
    pub from: Option<usize>,
    /// The target.
    pub target: Profile,
    /// The glossary.
    pub glossary: Glossary,
}

fn bad(mistakes: crate::yaml::Mistakes) -> Error {
    Error::new(mistakes.to_string(), "")
}

fn load_one(name: &str, meant: bool, options: &Options) -> Result<Profile> {
    let overlays = profile::overlays_for(&options.overlays, meant);
    profile::load(name, &overlays).map_err(bad)
}

/// Loads all profiles that a file may be of; also gives the place of the one that the user named.
///
/// # Errors
/// Every mistake in them, with its place.
pub fn load_sources(options: &Options) -> Result<(Vec<Profile>, Option<usize>)> {
    let from_name = options.from.as_deref();
    let mut sources = Vec::new();
    let mut from = None;
    for name in profile::builtin_names() {
        let stated = from_name == Some(name);
        if stated {
            from = Some(sources.len());
        }
        sources.push(load_one(name, stated, options)?);
    }
    if let (Some(name), None) = (from_name, from) {
        from = Some(sources.len());
        sources.push(load_one(name, true, options)?);
    }
    Ok((sources, from))
}

/// Loads the profiles and the glossary.
///
/// # Errors
/// Every mistake in them, with its place.
pub fn load(options: &Options) -> Result<Profiles> {
    let (sources, from) = load_sources(options)?;
    let from_name = options.from.as_deref();
    let both = from_name.is_none_or(|from| from == options.to);
    let target = load_one(&options.to, both, options)?;
    let name = if options.glossary.is_empty() {
        "staged"
    } else {
        &options.glossary
    };
    for (overlay, text) in &options.overlays {
        let base = profile::extended_by(text);
        let used = |base: &String| {
            let mut profiles = sources.iter().chain([&target]);
            profiles.any(|profile| profile.called.contains(base))
        };
        if let Some(base) = base.filter(|base| !used(base)) {
            return Err(Error::new(
                format!("extends `{base}`, which is not a profile of this run"),
                format!("built in are {}", profile::builtin_names().join(", ")),
            )
            .at(overlay.clone()));
        }
    }
    Ok(Profiles {
        sources,
        from,
        target,
        glossary: glossary::load(name).map_err(bad)?,
    })
}

/// Converts files into a kit; without an output folder nothing is written.
///
/// # Errors
/// When nothing can be read, a profile is wrong, or the kit can't be written. Nothing is left half-written.
pub fn convert(options: &Options, progress: &dyn Progress) -> Result<Outcome> {
    let profiles = load(options)?;
    let inputs = read::discover(&options.inputs)?;
    if inputs.is_empty() {
        return Err(Error::new(
            "no file in the inputs",
            "give the folder or the files of the export",
        ));
    }
    progress.step("looking over the files", inputs.len() as u64);
    let catalog = Catalog::new(&profiles.sources);
    let of_inputs = without_those_against(options, &inputs)?;
    let mut files = sources::understand(&inputs, &catalog, &of_inputs, profiles.from)?;
    if !files.iter().any(|file| file.role == Role::Parties) {
        return Err(nothing_to_convert(&files));
    }
    let mut fields = Fields::default();
    let mut layout = export::compile(&profiles.target, &mut fields);
    if layout.objects.is_empty() {
        return Err(Error::new(
            format!(
                "`{}` has no object that can be written",
                profiles.target.name
            ),
            "add a `write` block to its profile",
        ));
    }
    if let Some(header) = &options.segments {
        layout.add_segments(header)?;
    }
    let job = Job {
        region: options.region.clone(),
        classes: class_names(&profiles.glossary, &profiles.sources),
        wanted: sources::wanted(&layout),
    };
    // A dry run says what the audit would move, too.
    let asked = !options.reclassify.is_never() || options.segments.is_some();
    let judges = asked || options.out.is_none();
    let boxes = sources::compile(&mut files, &catalog, &job, &mut fields, judges)?;
    let out = options.out.clone();
    let scratch;
    let draft = match &out {
        Some(out) => {
            let read = [
                &options.inputs[..],
                &options.against,
                &options.do_not_import,
            ];
            kit::Draft::begin(out, options.force, &read.concat())?
        }
        None => {
            scratch = tempfile::tempdir()
                .map_err(|error| Error::new(error.to_string(), "make room for temporary files"))?;
            kit::Draft::begin(&scratch.path().join("dry-run"), false, &[])?
        }
    };
    let folder = draft.folder().to_path_buf();
    let mut beside = Beside {
        lists: leave_out::read(options, &catalog, &job, &fields, &folder, progress)?,
        existing: against::read(
            options,
            &profiles,
            &layout,
            &job,
            &mut fields,
            &folder,
            progress,
        )?,
    };
    let store = Store::new(STORE_MEMORY, folder);
    let mut set = Set::new(&files, store, boxes, job.classes.clone(), fields);
    let mut findings = BufWriter::new(temporary(&draft)?);
    let mut gathered = first_pass::read(&files, &mut set, &mut findings, progress)?;
    filter(&mut set, &files, &gathered)?;
    let mut resolved = Resolved::default();
    let parties = Parties::find(&mut set, &mut resolved, &files, &catalog, options, progress)?;
    let moves = match judges {
        true => {
            let all = parties.all(set.metas.len());
            reclassify::apply(
                &mut set,
                &files,
                &catalog,
                &gathered,
                &profiles.glossary,
                all,
                options,
                progress,
            )?
        }
        false => Moves::new(),
    };
    settle(
        &mut set,
        &mut gathered,
        &mut beside,
        &parties,
        options,
        &profiles,
        &layout,
        &mut resolved,
    )?;
    segments::settle(&mut set);
    let owners = owners(
        options,
        &profiles,
        &set,
        &gathered,
        beside.existing.as_mut(),
    );
    if let Some(existing) = &mut beside.existing {
        progress.step("comparing", 0);
        existing.forget_others(&set);
        let matches = existing.matches();
        let view = View {
            set: &set,
            files: &files,
            layout: &layout,
            resolved: &resolved,
            owners: &owners,
            existing: Some(existing),
            names: Names::default(),
            stamps: Stamps::new(&set, &layout),
        };
        let changed = second_pass::changed(&view, &matches)?;
        against::settle(existing, &mut set, &layout, &changed);
    }
    let books = write(
        options, &profiles, &files, &layout, &set, gathered, &resolved, &owners, &beside, &parties,
        findings, draft, progress,
    )?;
    let mut outcome = books.outcome(&files, &catalog, &set, &layout, &beside, out);
    outcome.reclassify = options.reclassify;
    outcome.moves = moves
        .into_iter()
        .map(|((from, to, code, sure), rows)| (from, to, code.to_string(), sure, rows))
        .collect();
    Ok(outcome)
}

/// What is read beside the source.
#[derive(Debug)]
pub struct Beside {
    /// What is not to be imported.
    pub lists: LeaveOut,
    /// What is in the target already.
    pub existing: Option<Existing>,
}

/// Who is one party.
#[derive(Debug)]
pub struct Parties {
    /// Records that are one by sure keys.
    pub sure: Vec<Group>,
    /// What more than sure keys says.
    pub beyond: Beyond,
    lens: Option<Lens>,
}

impl Parties {
    /// Finds what the links of a set point at, and who is one party.
    fn find(
        set: &mut Set,
        resolved: &mut Resolved,
        files: &[Understood],
        catalog: &Catalog,
        options: &Options,
        progress: &dyn Progress,
    ) -> Result<Self> {
        let sure = resolve::link(set, resolved);
        let lens = Lens::of(files, catalog, options)?;
        let beyond = match &lens {
            Some(lens) => lens.find(files, set, &sure, progress)?,
            None => Beyond::default(),
        };
        Ok(Self { sure, beyond, lens })
    }

    /// Records that are one, by whatever.
    fn all(&self, records: usize) -> Vec<Group> {
        match self.beyond.clusters.is_empty() {
            true => self.sure.clone(),
            false => dedupe::united(records, &[&self.sure, &self.beyond.clusters]),
        }
    }
}

/// The options without what is said of files of the target's export alone: that is for those who read it.
fn without_those_against(options: &Options, inputs: &[Input]) -> Result<Options> {
    let against = match options.against.is_empty() || options.hints.is_empty() {
        true => Vec::new(),
        false => read::discover(&options.against)?,
    };
    let own = |(file, _): &&(String, String)| {
        hints::names_one(file, inputs) || !hints::names_one(file, &against)
    };
    Ok(Options {
        hints: options.hints.iter().filter(own).cloned().collect(),
        ..options.clone()
    })
}

/// What the target calls each owner.
fn owners(
    options: &Options,
    profiles: &Profiles,
    set: &Set,
    gathered: &Gathered,
    existing: Option<&mut Existing>,
) -> Vec<Option<String>> {
    let mut used: Vec<&Profile> = vec![&profiles.target];
    used.extend(&profiles.sources);
    if let Some(existing) = existing {
        existing.know_owners(&gathered.users, &used);
    }
    match options.keep_owners {
        true => set.owners.iter().cloned().map(Some).collect(),
        false => super::owners::resolve(&set.owners, &gathered.users, &used, &profiles.target),
    }
}

/// What is said of inputs without people or companies.
pub(super) fn nothing_to_convert(files: &[Understood]) -> Error {
    let mut texts: Vec<String> = Vec::new();
    for file in files {
        let what = match &file.role {
            Role::NotRead(what) => what.clone(),
            Role::Context(what) => format!("{what}, which are read as context only"),
            Role::Users => "users".to_string(),
            Role::OptOuts => "a list of opt-outs".to_string(),
            Role::Parties => continue,
        };
        texts.push(format!("`{}`: {what}", file.table.input.name));
    }
    Error::new(
        format!(
            "nothing here holds people or companies: {}",
            texts.join("; ")
        ),
        "if a file does, say which it is with `--from PROFILE --as FILE=OBJECT`",
    )
}

/// The classes of a glossary, and those that profiles declare beside them.
pub(super) fn class_names(glossary: &Glossary, sources: &[Profile]) -> Vec<String> {
    let mut names: Vec<String> = glossary
        .classes
        .iter()
        .map(|class| class.name.clone())
        .collect();
    let declared = sources
        .iter()
        .flat_map(|profile| &profile.objects)
        .flat_map(|object| &object.declares);
    for declare in declared {
        if !names.contains(&declare.class) {
            names.push(declare.class.clone());
        }
    }
    names
}

fn temporary(draft: &kit::Draft) -> Result<File> {
    tempfile::tempfile_in(draft.folder()).map_err(|error| Error::io(draft.folder(), &error))
}

/// What is left out before anything else, and who has opted out.
fn filter(set: &mut Set, files: &[Understood], gathered: &Gathered) -> Result<()> {
    let headers: Vec<u32> = files.iter().map(|file| file.header.row).collect();
    let mut mended = mended::find(files)?;
    mended::refuse(set, files, &mut mended)?;
    resolve::filter(set, &mended, &headers);
    first_pass::spread_opt_outs(set, gathered);
    Ok(())
}

/// Everything between the passes.
#[allow(clippy::too_many_arguments, reason = "the middle of one function")]
fn settle(
    set: &mut Set,
    gathered: &mut Gathered,
    beside: &mut Beside,
    parties: &Parties,
    options: &Options,
    profiles: &Profiles,
    layout: &Layout,
    resolved: &mut Resolved,
) -> Result<()> {
    if let Some(existing) = &beside.existing {
        gathered.opt_outs.extend(against::opted_out(existing, set)?);
    }
    resolve::join(set, parties.all(set.metas.len()), &parties.sure, resolved);
    gathered
        .opt_outs
        .extend(resolve::opted_out_with_others(set)?);
    resolve::classify_and_route(set, &profiles.glossary, layout)?;
    resolve::select(set, &rules(options, profiles)?)?;
    beside.lists.apply(set)?;
    resolve::obstacles(set, layout, resolved);
    resolve::follow(set);
    resolve::organizations(set, layout, options.matching, resolved)?;
    beside.lists.apply(set)?;
    resolve::blank_created(set, layout, resolved);
    if let Some(existing) = &mut beside.existing {
        against::apply(existing, set, layout, resolved, &mut gathered.opt_outs)?;
    }
    if let Some(size) = options.sample {
        sample::choose(set, layout, size)?;
        resolve::follow(set);
    }
    resolve::became_nothing(set, resolved);
    resolve::dangling(set, layout, resolved);
    Ok(())
}

fn rules(options: &Options, profiles: &Profiles) -> Result<Vec<Expression>> {
    let mut rules: Vec<Expression> = profiles.target.select.iter().cloned().collect();
    rules.extend(
        profiles
            .sources
            .iter()
            .filter_map(|profile| profile.select.clone()),
    );
    if let Some(text) = &options.select {
        let rule =
            Expression::compile(text).map_err(|message| Error::new(message, "").at("--select"))?;
        rules.push(rule);
    }
    Ok(rules)
}

#[allow(clippy::too_many_arguments, reason = "the second half of one function")]
fn write(
    options: &Options,
    profiles: &Profiles,
    files: &[Understood],
    layout: &Layout,
    set: &Set,
    gathered: Gathered,
    resolved: &Resolved,
    owners: &[Option<String>],
    beside: &Beside,
    parties: &Parties,
    findings: BufWriter<File>,
    draft: kit::Draft,
    progress: &dyn Progress,
) -> Result<Books> {
    let view = View {
        set,
        files,
        layout,
        resolved,
        owners,
        existing: beside.existing.as_ref(),
        names: Names::default(),
        stamps: Stamps::new(set, layout),
    };
    let folder = draft.folder().to_path_buf();
    let mut writer = Writer::begin(&folder, profiles, &view)?;
    writer.copy_findings(findings)?;
    writer.books.counts = gathered.counts.into_iter().collect();
    second_pass::write(&view, progress, |part| writer.take(part))?;
    let mut remarks = Part::default();
    assemble::remarks(&view, &mut remarks);
    writer.take(&mut remarks)?;
    progress.step("closing the kit", 0);
    let mut books = writer.finish(files)?;
    books.owners_resolved = owners.to_vec();
    books.who = (set.owners.iter())
        .map(|owner| super::owners::who(owner, &gathered.users))
        .collect();
    books.created = set
        .created
        .keys()
        .filter(|at| {
            set.metas
                .get(**at as usize)
                .is_some_and(|meta| meta.fate == crate::model::fate::Fate::Exported)
        })
        .count() as u64;
    books.filled = gathered.filled;
    assemble::lists(&folder, &view, profiles, gathered.opt_outs, &mut books)?;
    if let Some(lens) = &parties.lens {
        let (list, to_decide) = lens.list(&folder, files, set, &parties.beyond, &parties.sure)?;
        books.files.push(list);
        books.to_match = to_decide;
    }
    assemble::papers(&folder, &view, profiles, options, &beside.lists, &mut books)?;
    if options.out.is_some() {
        draft.finish()?;
    }
    Ok(books)
}

/// The files that grow with the data.
struct Writer {
    objects: Vec<Parts>,
    /// Where the target's records are known: those that are there.
    updates: Vec<Parts>,
    differences: Option<Sink>,
    ledger: Sink,
    id_map: Sink,
    findings: Sink,
    decide: Sink,
    fix: BTreeMap<u16, Sink>,
    kept: BTreeMap<u16, BufWriter<File>>,
    folder: std::path::PathBuf,
    headers: Vec<FixForm>,
    books: Books,
}

const BOM: &[u8] = b"\xef\xbb\xbf";

impl Writer {
    fn begin(folder: &std::path::Path, profiles: &Profiles, view: &View) -> Result<Self> {
        let (files, layout) = (view.files, view.layout);
        let import = &profiles.target.import;
        let parts = |load: Load| -> Vec<Parts> {
            let objects = layout.objects.iter().enumerate();
            let file = |(at, object): (usize, &export::ObjectLayout)| {
                let mut header = Vec::new();
                export::push_line(&mut header, object.headers(load), export::Flavour::Machine);
                let stem = object.stem(at, load);
                Parts::new(folder, &stem, header, import.max_rows, import.max_bytes)
            };
            objects.map(file).collect()
        };
        let listed = |name: &str, columns: &[&str]| assemble::sink(folder, name, columns, true);
        let (objects, updates, differences) = match view.existing {
            None => (parts(Load::All), Vec::new(), None),
            Some(_) => {
                let (name, columns) = against::DIFFERENCES;
                let differences = listed(name, &columns)?;
                (parts(Load::Create), parts(Load::Update), Some(differences))
            }
        };
        Ok(Self {
            objects,
            updates,
            differences,
            ledger: listed(
                "every-row.csv",
                &[
                    "file",
                    "row",
                    "vendor",
                    "object",
                    "source_id",
                    "fate",
                    "reason",
                    "target",
                    "external_id",
                    "survivor",
                    "declared_class",
                    "class",
                ],
            )?,
            id_map: listed(
                "id-map.csv",
                &[
                    "vendor",
                    "object",
                    "source_id",
                    "file",
                    "row",
                    "target_object",
                    "external_id",
                    "target_id",
                ],
            )?,
            findings: Sink::create(folder, "findings.jsonl")?,
            decide: listed(
                "rows-to-decide.csv",
                &[
                    "reason",
                    "key",
                    "file",
                    "row",
                    "object",
                    "source_id",
                    "name",
                    "email",
                    "organization",
                    "decision",
                ],
            )?,
            fix: BTreeMap::new(),
            kept: BTreeMap::new(),
            folder: folder.to_path_buf(),
            headers: files.iter().map(FixForm::of).collect(),
            books: Books::new(files, layout.objects.len()),
        })
    }

    fn copy_findings(&mut self, findings: BufWriter<File>) -> Result<()> {
        let fail = |error: std::io::Error| Error::io(&self.folder, &error);
        let mut file = findings
            .into_inner()
            .map_err(|error| fail(error.into_error()))?;
        file.seek(SeekFrom::Start(0)).map_err(fail)?;
        let mut buffer = vec![0; 1 << 20];
        loop {
            let read = file.read(&mut buffer).map_err(fail)?;
            if read == 0 {
                return Ok(());
            }
            let bytes = buffer.get(..read).unwrap_or_default();
            let rows = memchr::memchr_iter(b'\n', bytes).count() as u64;
            self.findings.write(bytes, rows)?;
        }
    }

    fn take(&mut self, part: &mut Part) -> Result<()> {
        for (parts, (lines, ends)) in self.objects.iter_mut().zip(&part.lines) {
            parts.write(lines, ends)?;
        }
        for (parts, (lines, ends)) in self.updates.iter_mut().zip(&part.updates) {
            parts.write(lines, ends)?;
        }
        if let Some(sink) = &mut self.differences {
            sink.write(&part.differences, part.differences_rows)?;
        }
        self.ledger.write(&part.ledger, part.ledger_rows)?;
        self.id_map.write(&part.id_map, part.id_map_rows)?;
        let found: u64 = part.counts.values().sum();
        self.findings.write(&part.findings, found)?;
        self.decide.write(&part.decide, part.decide_rows)?;
        for (table, (bytes, rows)) in &part.fix {
            let sink = match self.fix.entry(*table) {
                std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
                std::collections::btree_map::Entry::Vacant(new) => {
                    let Some(form) = self.headers.get(usize::from(*table)) else {
                        continue;
                    };
                    let mut sink = Sink::create(&self.folder, &form.name)?;
                    sink.write(&form.header, 0)?;
                    new.insert(sink)
                }
            };
            if let Some(form) = self.headers.get(usize::from(*table)) {
                sink.write(&form.encoded(bytes), *rows)?;
            }
        }
        for (table, bytes) in part.kept.iter().filter(|(_, bytes)| !bytes.is_empty()) {
            let file = match self.kept.entry(*table) {
                std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
                std::collections::btree_map::Entry::Vacant(new) => {
                    let file = tempfile::tempfile_in(&self.folder)
                        .map_err(|error| Error::io(&self.folder, &error))?;
                    new.insert(BufWriter::with_capacity(256 << 10, file))
                }
            };
            let len = (bytes.len() as u64).to_le_bytes();
            file.write_all(&len)
                .and_then(|()| file.write_all(bytes))
                .map_err(|error| Error::io(&self.folder, &error))?;
        }
        self.books.add(part);
        Ok(())
    }

    fn finish(mut self, files: &[Understood]) -> Result<Books> {
        for parts in self.objects {
            let done = parts.finish()?;
            self.books.imports.push(done);
        }
        for (done, parts) in self.books.imports.iter_mut().zip(self.updates) {
            done.extend(parts.finish()?);
        }
        if let Some(sink) = self.differences {
            self.books.files.push(sink.finish()?);
        }
        for sink in [self.ledger, self.id_map, self.findings, self.decide] {
            self.books.files.push(sink.finish()?);
        }
        for sink in self.fix.into_values() {
            self.books.files.push(sink.finish()?);
        }
        for (table, file) in self.kept {
            let Some(source) = files.get(usize::from(table)) else {
                continue;
            };
            let fail = |error: std::io::Error| Error::io(&self.folder, &error);
            let mut file = file
                .into_inner()
                .map_err(|error| fail(error.into_error()))?;
            file.seek(SeekFrom::Start(0)).map_err(fail)?;
            let done = kept_file(&self.folder, source, table, file, &self.books.homeless)?;
            self.books.files.push(done);
        }
        Ok(self.books)
    }
}

/// The form of a file of rows to be mended: that of its source.
struct FixForm {
    name: String,
    header: Vec<u8>,
    encoding: &'static encoding_rs::Encoding,
}

impl FixForm {
    fn of(file: &Understood) -> Self {
        let dialect = file.table.dialect;
        let mut line = Vec::new();
        let names = ["xwalk_reason", "xwalk_file", "xwalk_row"]
            .into_iter()
            .chain(file.header.names.iter().map(String::as_str));
        for (at, name) in names.enumerate() {
            if at > 0 {
                line.push(dialect.delimiter);
            }
            export::push_cell(&mut line, name, dialect.delimiter, export::Flavour::Machine);
        }
        line.extend_from_slice(if dialect.crlf { b"\r\n" } else { b"\n" });
        let mut form = Self {
            name: format!("rows-to-fix/{}", file.kit_name),
            header: Vec::new(),
            encoding: file.table.encoding,
        };
        if dialect.bom || file.table.encoding != file.table.written_in {
            form.header.extend_from_slice(BOM);
        }
        let encoded = form.encoded(&line).into_owned();
        form.header.extend_from_slice(&encoded);
        form
    }

    /// Text in the source's encoding. What a file in an old encoding holds can be written in it again.
    fn encoded<'b>(&self, bytes: &'b [u8]) -> Cow<'b, [u8]> {
        match std::str::from_utf8(bytes) {
            Ok(text) if self.encoding != encoding_rs::UTF_8 => self.encoding.encode(text).0,
            _ => Cow::Borrowed(bytes),
        }
    }
}

/// The wide file of the cells of one source file that had no place in the target.
fn kept_file(
    folder: &std::path::Path,
    source: &Understood,
    table: u16,
    file: File,
    homeless: &BTreeMap<(u16, u16), Homeless>,
) -> Result<kit::Finished> {
    let columns: Vec<u16> = homeless
        .keys()
        .filter(|(of, _)| *of == table)
        .map(|(_, column)| *column)
        .collect();
    let mut sink = Sink::create(folder, &format!("cells-not-loaded/{}", source.kit_name))?;
    let mut header = BOM.to_vec();
    let names = columns.iter().map(|at| {
        source
            .header
            .names
            .get(usize::from(*at))
            .map_or("", String::as_str)
    });
    export::push_line(
        &mut header,
        ["external_id", "row"].into_iter().chain(names),
        export::Flavour::Machine,
    );
    sink.write(&header, 0)?;
    let fail = |error: std::io::Error| Error::io(folder, &error);
    let mut reader = BufReader::with_capacity(1 << 20, file);
    let mut len = [0; 8];
    let (mut bytes, mut lines) = (Vec::new(), Vec::new());
    while reader.read_exact(&mut len).is_ok() {
        bytes.resize(usize::try_from(u64::from_le_bytes(len)).unwrap_or(0), 0);
        reader.read_exact(&mut bytes).map_err(fail)?;
        lines.clear();
        let mut rows = 0;
        second_pass::read_kept(&bytes, |row, kept| {
            lines.extend_from_slice(row);
            let mut kept = kept.iter().peekable();
            for column in &columns {
                lines.push(b',');
                if let Some((_, cell)) = kept.next_if(|(at, _)| at == column) {
                    lines.extend_from_slice(cell);
                }
            }
            lines.extend_from_slice(b"\r\n");
            rows += 1;
        })?;
        sink.write(&lines, rows)?;
    }
    sink.finish()
}

/// The counts of findings with what they mean, most first.
pub fn counted(counts: &BTreeMap<&'static str, u64>) -> Vec<(String, String, u64, String)> {
    let mut list: Vec<_> = counts
        .iter()
        .filter_map(|(code, count)| {
            let kind = finding::kind(code)?;
            let severity = format!("{:?}", kind.severity).to_lowercase();
            Some((
                (*code).to_string(),
                severity,
                *count,
                kind.about.to_string(),
            ))
        })
        .collect();
    list.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.0.cmp(&b.0)));
    list
}
