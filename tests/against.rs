//! Into a system that is in use: what is there is updated or skipped, what is new is created, and a list keeps people out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use xwalk::ledger::verify_with;
use xwalk::pipeline::{Options, Outcome, Silent, convert, verify_deep};

/// A folder with the files of a source, of what is in the target, and the kit.
struct Job {
    folder: tempfile::TempDir,
    options: Options,
}

impl Job {
    fn to(target: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["source", "there", "lists"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let options = Options {
            inputs: vec![folder.path().join("source")],
            to: target.into(),
            against: vec![folder.path().join("there")],
            out: Some(folder.path().join("kit")),
            force: true,
            ..Options::default()
        };
        Self { folder, options }
    }

    fn file(self, name: &str, text: &str) -> Self {
        fs::write(self.folder.path().join(name), text).unwrap();
        self
    }

    fn keeping(mut self) -> Self {
        self.options.keep_existing = true;
        self
    }

    fn list(mut self, text: &str) -> Self {
        let path = self.folder.path().join("lists/stop.csv");
        fs::write(&path, text).unwrap();
        self.options.do_not_import = vec![path];
        self
    }

    /// Converts, and holds the kit against all that it was made from.
    fn run(self) -> Done {
        let outcome = convert(&self.options, &Silent).unwrap();
        let kit = self.folder.path().join("kit");
        let folders = ["source", "there", "lists"].map(|name| self.folder.path().join(name));
        let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
        let report = verify_with(&kit, &folders, &|_| ()).unwrap();
        assert!(report.passed(), "{:#?}", report.flaws);
        assert!(report.skipped.is_empty(), "{:#?}", report.skipped);
        let flaws = verify_deep(&kit, &folders, &Silent).unwrap();
        assert!(flaws.is_empty(), "{flaws:#?}");
        Done {
            kit,
            outcome,
            _folder: self.folder,
        }
    }
}

struct Done {
    kit: PathBuf,
    outcome: Outcome,
    _folder: tempfile::TempDir,
}

impl Done {
    /// The rows of a file of the kit, each cell by its header.
    fn rows(&self, name: &str) -> Vec<std::collections::BTreeMap<String, String>> {
        let text = fs::read_to_string(self.kit.join(name)).unwrap();
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        reader
            .records()
            .map(|record| {
                let record = record.unwrap();
                let cells = header.iter().zip(record.iter());
                cells.map(|(a, b)| (a.to_string(), b.to_string())).collect()
            })
            .collect()
    }

    /// Created, updated, skipped, held of an object.
    fn counts(&self, object: &str) -> [u64; 4] {
        let mut all = self.outcome.against.iter();
        let found = all.find(|report| report.object == object).unwrap();
        [found.created, found.updated, found.skipped, found.held]
    }

    fn reason(&self, row: &str) -> String {
        let rows = self.rows("every-row.csv");
        let found = rows.iter().find(|cells| cells["row"] == row).unwrap();
        format!("{} {}", found["fate"], found["reason"])
    }
}

fn samples(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(name)
}

/// The import files of a kit as an export of the target: each record has got an id.
fn as_export(kit: &Path, files: &[&str], id: &str, to: &Path) {
    for (number, name) in files.iter().enumerate() {
        let text = fs::read_to_string(kit.join(name)).unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let out = to.join(name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-'));
        let mut writer = csv::Writer::from_path(out).unwrap();
        for (at, record) in reader.records().enumerate() {
            let first = match at {
                0 => id.to_string(),
                at => (number * 100_000 + 500 + at).to_string(),
            };
            let record = record.unwrap();
            let cells = std::iter::once(first.as_str()).chain(record.iter());
            writer.write_record(cells).unwrap();
        }
        writer.flush().unwrap();
    }
}

#[test]
fn what_was_loaded_before_is_skipped() {
    let folder = tempfile::tempdir().unwrap();
    let (kit, there) = (folder.path().join("kit"), folder.path().join("there"));
    fs::create_dir(&there).unwrap();
    let first = Options {
        inputs: vec![samples("salesforce")],
        to: "hubspot".into(),
        out: Some(kit.clone()),
        ..Options::default()
    };
    let before = convert(&first, &Silent).unwrap();
    let files = ["1-companies.csv", "2-contacts.csv"];
    as_export(&kit, &files, "Record ID", &there);
    let again = Options {
        against: vec![there.clone()],
        out: Some(folder.path().join("again")),
        ..first
    };
    let after = convert(&again, &Silent).unwrap();
    for report in &after.against {
        assert_eq!((report.created, report.updated), (0, 0), "{report:?}");
    }
    let moved = before.rows_with("exported") + before.rows_with("merged");
    assert_eq!(after.rows_with("skipped"), moved);
    assert_eq!(after.created, 0);
    let folders = [samples("salesforce"), there];
    let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    let again = folder.path().join("again");
    let report = verify_with(&again, &folders, &|_| ()).unwrap();
    assert!(report.passed(), "{:#?}", report.flaws);
    let lines = fs::read_to_string(again.join("differences.csv")).unwrap();
    assert_eq!(lines.lines().count(), 1, "{lines}");
}

#[test]
fn each_vendor_takes_an_export_of_its_own() {
    for vendor in [
        "salesforce",
        "hubspot",
        "dynamics365",
        "zoho_crm",
        "pipedrive",
    ] {
        for source in [vendor, "spreadsheet"] {
            let folder = tempfile::tempdir().unwrap();
            let kit = folder.path().join("kit");
            let options = Options {
                inputs: vec![samples(source)],
                to: vendor.into(),
                against: vec![samples(vendor)],
                out: Some(kit.clone()),
                ..Options::default()
            };
            let outcome = convert(&options, &Silent).unwrap();
            let skipped: u64 = outcome.against.iter().map(|object| object.skipped).sum();
            assert!(skipped > 20 || source != vendor, "{vendor}: {skipped}");
            let folders = [samples(source), samples(vendor)];
            let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
            let report = verify_with(&kit, &folders, &|_| ()).unwrap();
            assert!(report.passed(), "{source} to {vendor}: {:#?}", report.flaws);
        }
    }
}

const PEOPLE: &str = "ID,First name,Last name,Email,Phone,Job title\n";
const THERE: &str =
    "Record ID,First Name,Last Name,Email,Phone Number,Job Title,City,Lifecycle Stage\n";

fn people(rows: &str, there: &str) -> Job {
    Job::to("hubspot")
        .file("source/people.csv", &format!("{PEOPLE}{rows}"))
        .file("there/contacts.csv", &format!("{THERE}{there}"))
}

#[test]
fn a_changed_cell_is_an_update_and_an_empty_one_keeps_what_is_there() {
    let done = people(
        "1,Ann,Lee,ann@acme.example,+34 910 00 00 22,\n2,Bob,Ray,bob@acme.example,,CEO\n3,Cy,New,cy@acme.example,,\n",
        "71,Ann,Lee,ann@acme.example,+34 910 000 022,Buyer,Cádiz,Customer\n72,Bob,Ray,bob@acme.example,,Clerk,León,Lead\n",
    )
    .run();
    assert_eq!(done.counts("contacts"), [1, 1, 1, 0]);
    let updates = done.rows("4-contacts-update.csv");
    assert_eq!(updates.len(), 1);
    let bob = &updates[0];
    assert_eq!(
        (bob["Record ID"].as_str(), bob["Job Title"].as_str()),
        ("72", "CEO")
    );
    assert_eq!(
        (bob["City"].as_str(), bob["Lifecycle Stage"].as_str()),
        ("León", "lead")
    );
    let differences = done.rows("differences.csv");
    assert_eq!(differences.len(), 1);
    let one = &differences[0];
    assert_eq!(one["in_the_target"], "Clerk");
    assert_eq!(
        (one["in_the_source"].as_str(), one["result"].as_str()),
        ("CEO", "overwritten")
    );
    assert!(
        done.reason("2")
            .starts_with("skipped the target has it, and nothing would change: 71")
    );
    assert!(
        done.reason("3")
            .starts_with("exported updates what the target has: 72")
    );
    assert_eq!(
        done.rows("3-contacts-create.csv")[0]["Email"],
        "cy@acme.example"
    );
    let ids: Vec<String> = done
        .rows("id-map.csv")
        .iter()
        .map(|row| row["target_id"].clone())
        .collect();
    assert_eq!(ids, ["71", "72", ""]);
}

#[test]
fn what_is_there_stays_if_it_is_told_to() {
    let done = people(
        "1,Ann,Lee,ann@acme.example,+34910000022,CEO\n",
        "71,Ann,Lee,ann@acme.example,,Buyer,,\n",
    )
    .keeping()
    .run();
    let updates = done.rows("4-contacts-update.csv");
    assert_eq!(updates[0]["Job Title"], "Buyer");
    assert_eq!(updates[0]["Phone Number"], "+34910000022");
    let differences = done.rows("differences.csv");
    assert_eq!(differences.len(), 1);
    assert_eq!(
        (
            differences[0]["in_the_source"].as_str(),
            differences[0]["result"].as_str()
        ),
        ("CEO", "kept")
    );
}

#[test]
fn an_opt_out_on_either_side_stands() {
    let header = "Id,FirstName,LastName,Email,HasOptedOutOfEmail,Title\n";
    let rows = |a: &str, b: &str| {
        format!(
            "{header}003000000000001,Ann,Lee,ann@acme.example,{a},CEO\n003000000000002,Bob,Ray,bob@acme.example,{b},CEO\n"
        )
    };
    let done = Job::to("salesforce")
        .file("source/Contact.csv", &rows("true", "false"))
        .file("there/Contact.csv", &rows("false", "true"))
        .run();
    let updates = done.rows("4-contacts-update.csv");
    assert_eq!(
        updates.len(),
        1,
        "Bob has opted out there, and stays as he is"
    );
    assert_eq!(updates[0]["HasOptedOutOfEmail"], "true");
    assert_eq!(updates[0]["Id"], "003000000000001");
    let listed = fs::read_to_string(done.kit.join("0-opt-outs.csv")).unwrap();
    assert!(
        listed.contains("ann@") && listed.contains("bob@"),
        "{listed}"
    );

    let changed = rows("false", "false").replace("CEO", "Chair");
    let done = Job::to("salesforce")
        .file("source/Contact.csv", &changed)
        .file("there/Contact.csv", &rows("true", "true"))
        .keeping()
        .run();
    assert_eq!(done.counts("contact"), [0, 0, 2, 0]);
    let done = Job::to("salesforce")
        .file("source/Contact.csv", &changed)
        .file("there/Contact.csv", &rows("true", "true"))
        .run();
    for row in done.rows("4-contacts-update.csv") {
        assert_eq!(row["HasOptedOutOfEmail"], "true");
    }
}

#[test]
fn what_is_in_doubt_waits_for_a_person() {
    let there = "71,Ann,Lee,ann@acme.example,,,,\n72,Ann,Lee,ann@acme.example,,,,\n73,Zoe,Fox,zoe@acme.example,,,,\n74,Kim,Oak,kim@acme.example,,,,\n";
    let done = people(
        "1,Ann,Lee,ann@acme.example,,\n2,Max,Roe,zoe@acme.example,,\n3,Kim,Oak,kim@acme.example,,\n",
        there,
    )
    .run();
    assert_eq!(done.counts("contacts"), [0, 0, 1, 2]);
    assert_eq!(done.reason("2"), "held existing-ambiguous");
    assert_eq!(done.reason("3"), "held existing-differs");
    let existing = done.rows("existing.csv");
    let held: Vec<&str> = existing
        .iter()
        .filter(|row| row["result"] == "held")
        .map(|row| row["target_id"].as_str())
        .collect();
    assert_eq!(held, ["71", "72", "73"]);
    assert_eq!(done.rows("rows-to-decide.csv").len(), 2);
}

#[test]
fn two_of_ours_that_fit_one_record_wait_both() {
    let header = "Id,FirstName,LastName,Email,Legacy_Id__c\n";
    let done = Job::to("salesforce")
        .file(
            "source/people.csv",
            "ID,First name,Last name,Email\n1,Ann,Lee,ann@acme.example\n2,Ann,Lee,ann@other.example\n",
        )
        .file(
            "there/Contact.csv",
            &format!("{header}003000000000001,Ann,Lee,ann@acme.example,spreadsheet:people:2\n"),
        )
        .run();
    assert_eq!(done.counts("contact"), [0, 0, 0, 2]);
    assert_eq!(done.reason("2"), "held existing-shared");
}

#[test]
fn a_person_points_at_the_organization_that_is_there() {
    let done = Job::to("salesforce")
        .file(
            "source/companies.csv",
            "ID,Company,Website,City\n7,Acme Ltd.,acme.example,Paris\n8,Birch Inc.,birch.example,\n",
        )
        .file(
            "source/people.csv",
            "ID,First name,Last name,Email,Company ID\n1,Ann,Lee,ann@acme.example,7\n2,Bob,Ray,bob@birch.example,8\n3,Cy,Fox,cy@cedar.example,9\n",
        )
        .file(
            "there/Account.csv",
            "Id,Name,Website,BillingCity,Legacy_Id__c\n001000000000001,Acme Ltd.,acme.example,Paris,\n001000000000002,Birch Inc.,birch.example,Oslo,other:account:8\n",
        )
        .run();
    // Acme would not change, but Ann has to find it; Birch is known by another identity.
    assert_eq!(done.counts("account"), [0, 1, 1, 0]);
    let update = &done.rows("2-accounts-update.csv")[0];
    assert_eq!(
        (update["Id"].as_str(), update["Legacy_Id__c"].as_str()),
        ("001000000000001", "spreadsheet:companies:7")
    );
    let people = done.rows("3-contacts-create.csv");
    let link = |at: usize| people[at]["Account:Legacy_Id__c"].as_str();
    assert_eq!(
        (link(0), link(1)),
        ("spreadsheet:companies:7", "other:account:8")
    );
}

#[test]
fn a_link_of_the_target_is_kept_if_the_source_has_none() {
    let accounts =
        "Id,Name,Legacy_Id__c\n001000000000001,Acme Ltd.,other:1\n001000000000002,Birch Inc.,\n";
    let contacts = "Id,FirstName,LastName,Email,AccountId,Title\n003000000000001,Ann,Lee,ann@acme.example,001000000000001,\n003000000000002,Bob,Ray,bob@birch.example,001000000000002,\n";
    let people = "ID,First name,Last name,Email,Job title\n1,Ann,Lee,ann@acme.example,CEO\n2,Bob,Ray,bob@birch.example,CEO\n";
    let done = Job::to("salesforce")
        .file("source/people.csv", people)
        .file("there/Account.csv", accounts)
        .file("there/Contact.csv", contacts)
        .run();
    let updates = done.rows("4-contacts-update.csv");
    let link = |at: usize| updates[at]["Account:Legacy_Id__c"].as_str();
    assert_eq!((link(0), link(1)), ("other:1", ""));
    let existing = done.rows("existing.csv");
    let linked: Vec<_> = existing
        .iter()
        .filter(|row| row["result"] == "linked")
        .collect();
    assert_eq!(linked.len(), 1);
    assert_eq!(linked[0]["target_id"], "001000000000001");
}

#[test]
fn the_number_of_a_row_that_has_moved_names_nobody() {
    let there = "Id,FirstName,LastName,Email,Legacy_Id__c\n003000000000001,Ann,Lee,ann@acme.example,people.csv:2\n003000000000002,Bob,Ray,bob@acme.example,people.csv:3\n";
    let rows = "First name,Last name,Email,Job title\nZoe,Fox,zoe@acme.example,\nAnn,Lee,ann@acme.example,CEO\nBob,Ray,bob@acme.example,\n";
    let done = Job::to("salesforce")
        .file("source/people.csv", rows)
        .file("there/Contact.csv", there)
        .run();
    assert_eq!(done.reason("2"), "held existing-differs");
    let update = &done.rows("4-contacts-update.csv")[0];
    assert_eq!(
        (update["Id"].as_str(), update["Legacy_Id__c"].as_str()),
        ("003000000000001", "people.csv:2")
    );
    assert_eq!(done.counts("contact"), [0, 1, 1, 1]);
}

#[test]
fn a_party_in_another_object_and_an_address_without_an_id_wait() {
    let done = Job::to("salesforce")
        .file("source/Contact.csv", "Id,FirstName,LastName,Email\n003000000000001,Ann,Lee,ann@acme.example\n")
        .file("there/Lead.csv", "Id,FirstName,LastName,Email,Company,Status\n00Q000000000001,Ann,Lee,ann@acme.example,Acme,Open - Not Contacted\n")
        .run();
    assert_eq!(done.reason("2"), "held existing-elsewhere");
    let done = people(
        "1,Ann,Lee,ann@acme.example,,CEO\n",
        ",Ann,Lee,ann@acme.example,,,,\n",
    )
    .run();
    assert_eq!(done.reason("2"), "held existing-without-id");
}

#[test]
fn an_owner_that_the_export_names_is_the_user_with_that_name() {
    let done = Job::to("hubspot")
        .file("source/User.csv", "Id,FirstName,LastName,Name,Username,Email,IsActive\n005000000000001,Ann,Ash,Ann Ash,ann@us.example,ann@us.example,true\n")
        .file("source/Contact.csv", "Id,FirstName,LastName,Email,OwnerId,Title\n003000000000001,Bob,Ray,bob@acme.example,005000000000001,CEO\n003000000000002,Cy,Fox,cy@acme.example,005000000000001,CEO\n")
        .file("there/contacts.csv", "Record ID,First Name,Last Name,Email,Job Title,Contact owner,Lifecycle Stage\n1,Bob,Ray,bob@acme.example,CEO,Ann Ash,Other\n2,Cy,Fox,cy@acme.example,Clerk,Ann Ash,Other\n")
        .run();
    assert_eq!(done.counts("contacts"), [0, 1, 1, 0]);
    let update = &done.rows("4-contacts-update.csv")[0];
    assert_eq!(update["Contact owner"], "ann@us.example");
    assert_eq!(done.rows("differences.csv").len(), 1);
}

#[test]
fn a_sample_is_held_against_the_target_too() {
    let mut job = people(
        "1,Ann,Lee,ann@acme.example,,CEO\n2,Bob,Ray,bob@acme.example,,CEO\n3,Cy,Fox,cy@acme.example,,CEO\n",
        "71,Ann,Lee,ann@acme.example,,,,\n72,Bob,Ray,bob@acme.example,,,,\n73,Cy,Fox,cy@acme.example,,,,\n",
    );
    job.options.sample = Some(1);
    let done = job.run();
    let [created, updated, ..] = done.counts("contacts");
    assert!(created == 0 && updated < 3, "{updated}");
}

#[test]
fn an_organization_that_is_only_text_is_the_one_of_that_name() {
    let done = Job::to("hubspot")
        .file("source/people.csv", "ID,First name,Last name,Email,Company\n1,Ann,Lee,ann@acme.example,ACME\n")
        .file("there/companies.csv", "Record ID,Company name,Company Domain Name,City,Company Legacy ID\n71,Acme,acme.example,Paris,x:1\n")
        .run();
    assert_eq!(done.counts("companies"), [0, 0, 1, 0]);
    let people = done.rows("3-contacts-create.csv");
    assert_eq!(people[0]["Company Legacy ID"], "x:1");
}

#[test]
fn who_is_on_the_list_is_left_out_with_the_whole_party() {
    let rows = "1,Ann,Lee,ann@acme.example,,\n2,Bob,Ray,bob@birch.example,+34910000022,\n3,Cy,Fox,cy@cedar.example,,\n4,Di,Elm,di@sub.stop.example,,\n5,Ann,Lee,ann@acme.example,,\n6,Ed,Oak,ed@oak.example,,\n";
    let mut job = people(rows, "")
        .list("do not import\nANN@acme.example\n+34 910 00 00 22\n@stop.example\nspreadsheet:people:3\nnobody in particular\nzed@else.example\n");
    job.options.against.clear();
    fs::remove_dir_all(job.folder.path().join("there")).unwrap();
    fs::create_dir(job.folder.path().join("there")).unwrap();
    let done = job.run();
    let left: Vec<String> = ["2", "3", "4", "5", "6"]
        .map(|row| done.reason(row))
        .to_vec();
    assert!(
        left.iter()
            .all(|fate| fate == "filtered on the do-not-import list"),
        "{left:?}"
    );
    assert_eq!(done.rows("2-contacts.csv").len(), 1);
    let list = &done.outcome.do_not_import[0];
    assert_eq!((list.entries, list.matched, list.not_understood), (5, 4, 1));
    assert_eq!(list.rows_not_understood, [6]);
}

#[test]
fn a_recognised_table_is_a_list_and_its_opt_outs_stay() {
    let done = Job::to("salesforce")
        .file("source/Contact.csv", "Id,FirstName,LastName,Email,HasOptedOutOfEmail\n003000000000001,Ann,Lee,ann@acme.example,true\n003000000000002,Bob,Ray,bob@acme.example,false\n")
        .file("there/Contact.csv", "Id,FirstName,LastName,Email\n003000000000009,Zoe,Fox,zoe@acme.example\n")
        .list("First name,Last name,Email,Phone\nAnn,Lee,ann@acme.example,+34910000022\n")
        .run();
    assert_eq!(done.outcome.rows_with("filtered"), 1);
    let listed = fs::read_to_string(done.kit.join("0-opt-outs.csv")).unwrap();
    assert!(listed.contains("ann@acme.example"), "{listed}");
}

#[test]
fn a_file_of_the_target_under_headers_of_its_own_is_what_the_user_says() {
    let job = || {
        Job::to("hubspot")
            .file("source/Contact.csv", "Id,FirstName,LastName,Email\n003000000000001,Ann,Lee,ann@acme.example\n003000000000002,Bob,Ray,bob@acme.example\n")
            .file("there/gente.csv", "Record ID,Email,Nombre raro\n501,ann@acme.example,Ann\n")
    };
    let error = convert(&job().options, &Silent).unwrap_err().to_string();
    assert!(error.contains("`--as gente.csv=OBJECT`"), "{error}");
    let mut told = job();
    told.options.hints = vec![("gente.csv".into(), "contacts".into())];
    assert_eq!(told.run().counts("contacts"), [1, 1, 0, 0]);
    let mut wrong = job();
    wrong.options.hints = vec![("gent.csv".into(), "contacts".into())];
    let error = convert(&wrong.options, &Silent).unwrap_err().to_string();
    assert!(
        error.contains("`gent.csv` in `--as` is no input"),
        "{error}"
    );
}

#[test]
fn another_systems_export_is_refused() {
    let mut job = people("1,Ann,Lee,ann@acme.example,,\n", "");
    job.options.against = vec![samples("salesforce")];
    let error = convert(&job.options, &Silent).unwrap_err().to_string();
    assert!(error.contains("is not an export of HubSpot"), "{error}");
    job.options.against = vec![samples("spreadsheet")];
    job.options.to = "spreadsheet".into();
    let error = convert(&job.options, &Silent).unwrap_err().to_string();
    assert!(error.contains("no update could name a record"), "{error}");
}

#[test]
fn an_update_that_was_tampered_with_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let kit = folder.path().join("kit");
    let options = Options {
        inputs: vec![samples("hubspot")],
        to: "hubspot".into(),
        against: vec![samples("hubspot")],
        out: Some(kit.clone()),
        ..Options::default()
    };
    convert(&options, &Silent).unwrap();
    for name in [
        "2-companies-update.csv",
        "existing.csv",
        "differences.csv",
        "every-row.csv",
    ] {
        let path = kit.join(name);
        let sound = fs::read_to_string(&path).unwrap();
        let count = sound.lines().count();
        for at in [1, count / 2, count - 1]
            .into_iter()
            .filter(|at| *at < count)
        {
            let lines = sound.split_inclusive('\n').enumerate();
            let altered: String = lines
                .map(|(line, text)| {
                    if line == at {
                        text.replacen(',', "x,", 1)
                    } else {
                        text.to_string()
                    }
                })
                .collect();
            fs::write(&path, altered).unwrap();
            let report = verify_with(&kit, &[], &|_| ()).unwrap();
            let told = report
                .flaws
                .iter()
                .any(|flaw| flaw.file == name && flaw.line.is_some());
            assert!(told, "{name}, line {at}: {:#?}", report.flaws);
        }
        fs::write(&path, &sound).unwrap();
    }
    assert!(verify_with(&kit, &[], &|_| ()).unwrap().passed());
}

#[test]
fn the_same_bytes_in_any_order_and_on_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let mut kits = Vec::new();
    for (threads, turned) in [(1, false), (4, true)] {
        let kit = folder.path().join(format!("kit-{threads}"));
        let mut against: Vec<PathBuf> = ["companies.csv", "contacts.csv"]
            .map(|name| samples("hubspot").join(name))
            .to_vec();
        if turned {
            against.reverse();
        }
        let options = Options {
            inputs: vec![samples("hubspot")],
            to: "hubspot".into(),
            against,
            out: Some(kit.clone()),
            ..Options::default()
        };
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| convert(&options, &Silent)).unwrap();
        kits.push(kit);
    }
    for entry in fs::read_dir(&kits[0]).unwrap() {
        let name = entry.unwrap().file_name();
        if kits[0].join(&name).is_file() {
            let [a, b] = [0, 1].map(|at| fs::read(kits[at].join(&name)).unwrap());
            assert!(a == b, "{name:?}");
        }
    }
}
