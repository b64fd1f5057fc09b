//! Who is the same party: what is read of any table, what is written, and that every row is accounted for.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Some files, and room for results.
struct Desk(TempDir);

impl Desk {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(folder)
    }

    fn run(&self, arguments: &[&str], code: i32) -> Output {
        let done = Command::new(env!("CARGO_BIN_EXE_xwalk"))
            .current_dir(&self.0)
            .arg("dedupe")
            .args(arguments)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(code), "{arguments:?}: {said}");
        done
    }

    fn summary(&self, arguments: &[&str]) -> Value {
        let all = [arguments, &["--format", "json"]].concat();
        serde_json::from_slice(&self.run(&all, 0).stdout).unwrap()
    }

    /// What can't be done, and that nothing was written.
    fn refused(&self, arguments: &[&str]) -> String {
        let before = self.names();
        let said = self.run(arguments, 2).stderr;
        assert_eq!(self.names(), before, "{arguments:?}");
        String::from_utf8(said).unwrap()
    }

    fn names(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    fn table(&self, path: &str) -> Vec<BTreeMap<String, String>> {
        table(&self.0.path().join(path))
    }
}

fn table(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// The part that each column of the first file plays.
fn parts(summary: &Value) -> Vec<(String, String)> {
    let columns = summary["files"][0]["columns"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_string();
    columns
        .iter()
        .map(|column| (text(&column[0]), text(&column[1])))
        .collect()
}

/// Whether each column of a table plays the part that is said, `header=part`; a column of no part is `header=`.
fn read_as(rows: &str, expected: &str) -> Value {
    let desk = Desk::with(&[("table.csv", rows)]);
    let summary = desk.summary(&["table.csv", "--id", "rec_id", "--ignore", "cluster_id"]);
    let found = parts(&summary);
    let found: Vec<String> = found
        .iter()
        .map(|(header, part)| format!("{header}={part}"))
        .collect();
    let all = format!("rec_id= cluster_id= {expected}");
    let expected: Vec<String> = all.split(' ').map(|word| word.replace('~', " ")).collect();
    assert_eq!(found, expected);
    summary
}

/// How many records show a part.
fn showing(summary: &Value, part: &str) -> u64 {
    let evidence = summary["evidence"].as_array().unwrap();
    let found = evidence.iter().find(|one| one[0] == part);
    found.map_or(0, |one| one[1].as_u64().unwrap())
}

#[test]
fn names_in_two_columns_and_a_birthday_in_three() {
    let rows = "rec_id,cluster_id,fname_c1,fname_c2,lname_c1,lname_c2,by,bm,bd
1,1,ANNA,,BAUER,,1950,7,22
2,1,ANNA,MARIA,BAUER,WOLF,1950,7,2
";
    let expected = "fname_c1=given fname_c2=given lname_c1=family lname_c2=family by=birth_year bm=birth_month bd=birth_day";
    let summary = read_as(rows, expected);
    assert_eq!(summary["files"][0]["unrecognised"], true);
    assert_eq!(showing(&summary, "given"), 2);
}

#[test]
fn a_street_number_and_a_social_security_number() {
    let rows = "rec_id,cluster_id,given_name,surname,street_number,address_1,address_2,suburb,postcode,state,date_of_birth,soc_sec_id
a-1,1,mia,hall,12,elm street,fairview,lakeside,4510,vic,19300213,7535316
a-2,1,mia,hal,12,elm street,,lakeside,4510,vic,19300213,7535316
";
    let summary = read_as(
        rows,
        "given_name=given surname=family street_number=house address_1=street address_2=street suburb=city \
         postcode=postal_code state=region date_of_birth=birth soc_sec_id=identifier",
    );
    assert_eq!(summary["files"][0]["unrecognised"], false);
    assert_eq!(showing(&summary, "identifier: social security"), 2);
}

#[test]
fn a_bare_name_of_places_to_eat() {
    let rows = "rec_id,cluster_id,name,addr,city,phone,type
0,1,the old mill restaurant,435 s. elm blvd.,springfield,310/555-1501,american
1,1,old mill cafe inc,435 s. elm blvd,springfield,310-555-1501,steakhouses
2,2,lotus,12224 oak blvd.,springfield,818/555-1221,thai
";
    let expected = "name=company addr=street city=city phone=phone type=other";
    let summary = read_as(rows, expected);
    assert_eq!(summary["files"][0]["object"], "spreadsheet companies");
    assert_eq!(showing(&summary, "company"), 3);
}

#[test]
fn a_bare_name_of_people() {
    let rows = "rec_id,cluster_id,Name,Town,Tel
1,1,Ann Lee,Leeds,0113 496 0000
2,2,Robert Hall,York,0113 496 0001
";
    let summary = read_as(rows, "Name=full_name Town=city Tel=phone");
    let shown = |part| showing(&summary, part);
    assert_eq!(
        (shown("given"), shown("family"), shown("full_name")),
        (2, 2, 0)
    );
}

#[test]
fn sites_with_their_directors() {
    let rows = "rec_id,cluster_id,Source,Site name,Address,Zip,Phone,Neighborhood,Executive Director,Center Director,Email Address,Service,Empty
1,1,a.csv,Little Ones Learning Center,27 Elm St,60302,3865286,Oak Park,Dan Hall,www.littleones.example,31/12/2012,ann@littleones.example,
2,2,b.csv,Elm School,221 E. 51st St.,60303,2859902,,,www.elm.example,30/6/2013,bob@elm.example,
";
    let summary = read_as(
        rows,
        "Source= Site~name=company Address=street Zip=postal_code Phone=phone Neighborhood=city \
         Executive~Director=other Center~Director=website Email~Address=other Service=email Empty=",
    );
    assert_eq!(showing(&summary, "email"), 2);
}

#[test]
fn people_and_organizations_in_one_table() {
    let rows = "rec_id,cluster_id,DATA_SOURCE,RECORD_ID,PRIMARY_NAME_FULL,PRIMARY_NAME_ORG,PRIMARY_NAME_LAST,PRIMARY_NAME_FIRST,NATIVE_NAME_FULL,DATE_OF_BIRTH,PASSPORT_NUMBER,PASSPORT_COUNTRY,SSN_NUMBER,NATIONAL_ID_NUMBER,NATIONAL_ID_TYPE,EMAIL_ADDRESS,ADDR_FULL,ADDR_LINE1,ADDR_CITY,ADDR_STATE,ADDR_POSTAL_CODE,ADDR_TYPE,PHONE_NUMBER,PHONE_TYPE,RECORD_TYPE,AMOUNT,STATUS,EMPLOYER,TAX_ID_NUMBER,TAX_ID_COUNTRY,LEI_NUMBER
C-1,1,C,1,,,Hall,Ann,,12/11/1978,P123,US,123-45-6789,N1,X,ann@a.example,\"1 Elm St, Springfield NV 89132\",1 Elm St,Springfield,NV,89132,HOME,702-555-1300,HOME,PERSON,100,Active,Acme Ltd,,,
C-2,2,C,2,,Bolt Holdings Inc,,,,,,,,,,,,,,,,,702-555-1301,,ORGANIZATION,,Active,,98-7654,US,L1
";
    let summary = read_as(
        rows,
        "DATA_SOURCE= RECORD_ID= PRIMARY_NAME_FULL=full_name PRIMARY_NAME_ORG=company PRIMARY_NAME_LAST=family \
         PRIMARY_NAME_FIRST=given NATIVE_NAME_FULL=native_name DATE_OF_BIRTH=birth PASSPORT_NUMBER=identifier \
         PASSPORT_COUNTRY= SSN_NUMBER=identifier NATIONAL_ID_NUMBER=identifier NATIONAL_ID_TYPE= EMAIL_ADDRESS=email \
         ADDR_FULL=address ADDR_LINE1=street ADDR_CITY=city ADDR_STATE=region ADDR_POSTAL_CODE=postal_code ADDR_TYPE= \
         PHONE_NUMBER=phone PHONE_TYPE= RECORD_TYPE=party_type AMOUNT= STATUS= EMPLOYER=company \
         TAX_ID_NUMBER=identifier TAX_ID_COUNTRY= LEI_NUMBER=identifier",
    );
    let evidence = summary["evidence"].as_array().unwrap();
    let identifiers = evidence
        .iter()
        .filter(|one| one[0].as_str().unwrap().starts_with("identifier"));
    assert_eq!(identifiers.count(), 5, "{evidence:?}");
}

#[test]
fn a_list_of_customers_as_a_crm_writes_it() {
    read_as(
        "rec_id,cluster_id,source,first_name,last_name,birthdate,email,phone,mobile,company,job_title,street,city,region,postcode,country,created_at
P0,1,a,Ann,Lee,1970-01-02,ann@a.example,+441132656824,+447700900123,Acme Ltd,Manager,68 Elm Lane,Leeds,,LS1 5XL,United Kingdom,2017-12-11
",
        "source= first_name=given last_name=family birthdate=birth email=email phone=phone mobile=phone company=company \
         job_title=title street=street city=city region=region postcode=postal_code country=country created_at=",
    );
    read_as(
        "rec_id,cluster_id,source,name,website,email,phone,street,city,region,postcode,country,tax_id,industry,employees,created_at
C0,1,a,Acme Engineering Ltd,https://acme.example,office@acme.example,(015) 401-0722,1 Elm St,Leeds,,LS1,UK,X1,Metal,12,2023-05-28
",
        "source= name=company website=website email=email phone=phone street=street city=city region=region \
         postcode=postal_code country=country tax_id=identifier industry=other employees=other created_at=",
    );
    read_as(
        "rec_id,cluster_id,first_name,surname,dob,city,email
0,1,Ann,Lee,1971-06-24,Leeds,ann@a.example
",
        "first_name=given surname=family dob=birth city=city email=email",
    );
}

const PEOPLE: &str = "Key,First name,Last name,Email,Note,Job title
k1,Ann,Lee,ann@acme.example,a,
k2,Bob,Hall,bobbie@bolt.example,\"two
lines\",Buyer
k3,Ann,Lee,ANN@acme.example,c,
k4,Bob,Reed,bobbie@corp.example,d,Cook

k5,too,few
=k6,Dan,Fox,dan@fox.example,f,
";

#[test]
fn every_row_is_accounted_for() {
    let desk = Desk::with(&[("people.csv", PEOPLE)]);
    let summary = desk.summary(&["people.csv", "--id", "Key", "--out", "out"]);
    let rows = desk.table("out/clusters.csv");
    let cells = |name: &str| rows.iter().map(|row| row[name].clone()).collect::<Vec<_>>();
    assert_eq!(summary["rows"].as_u64(), Some(rows.len() as u64));
    assert_eq!(summary["rows"], summary["files"][0]["rows"]);
    assert!(
        cells("row").is_sorted_by(|a, b| a.parse::<u32>().unwrap() < b.parse::<u32>().unwrap())
    );
    let ids = cells("source_id");
    let named: Vec<&String> = ids.iter().filter(|id| !id.is_empty()).collect();
    assert_eq!(named, ["k1", "k2", "k3", "k4", "k5", "'=k6"]);
    let band = |id: &str| {
        let row = rows.iter().find(|row| row["source_id"] == id).unwrap();
        (row["cluster"].clone(), row["band"].clone())
    };
    let is = |cluster: &str, band: &str| (cluster.to_string(), band.to_string());
    assert_eq!(band("k1"), is("1", "same"));
    assert_eq!(band("k3"), is("1", "same"));
    assert_eq!(band("k2"), is("2", "review"));
    assert_eq!(band("k4"), is("3", "review"));
    assert_eq!(band("k5").1, "different", "a row of too few cells");
    let clusters: BTreeSet<String> = cells("cluster").into_iter().collect();
    let parties = summary["parties"].as_u64().unwrap();
    let none = summary["not_records"].as_u64().unwrap();
    assert_eq!(clusters.len() as u64, parties + none);
}

#[test]
fn pairs_show_their_evidence_and_those_to_decide_what_people_know() {
    let desk = Desk::with(&[("people.csv", PEOPLE)]);
    desk.run(&["people.csv", "--id", "Key", "--out", "out"], 0);
    let pairs = desk.table("out/pairs.csv");
    let of = |at: usize, name: &str| pairs[at][name].as_str();
    assert_eq!(pairs.len(), 2);
    assert_eq!(
        (of(0, "a"), of(0, "b"), of(0, "band")),
        ("k1", "k3", "same")
    );
    assert_eq!((of(0, "row_a"), of(0, "file_b")), ("2", "people.csv"));
    assert!(of(0, "family name").starts_with("same +"));
    let review = desk.table("out/review.csv");
    assert_eq!(review.len(), 1);
    let shown = ["a", "b", "name_a", "name_b", "email_a"].map(|name| review[0][name].as_str());
    assert_eq!(
        shown,
        ["k2", "k4", "Bob Hall", "Bob Reed", "bobbie@bolt.example"]
    );
}

#[test]
fn two_files_are_matched_as_one() {
    let a = "Key,Name,Email\n1,Ann Lee,ann@acme.example\n";
    let b = "Given name,Surname,E-mail,Flag\nAnn,Lee,ann@acme.example,x\nBob,Hall,bob@b.example,\n";
    let desk = Desk::with(&[("a.csv", a), ("b.csv", b)]);
    let asked = [
        "a.csv", "b.csv", "--id", "key", "--ignore", "Flag", "--out", "out",
    ];
    let summary = desk.summary(&asked);
    assert_eq!(summary["in_clusters"], 2);
    assert_eq!(showing(&summary, "other: Flag"), 0);
    let rows = desk.table("out/clusters.csv");
    let found: Vec<(&str, &str)> = rows
        .iter()
        .map(|row| (row["source_id"].as_str(), row["cluster"].as_str()))
        .collect();
    assert_eq!(found, [("1", "1"), ("", "1"), ("", "2")]);
}

#[test]
fn what_is_ignored_joins_nobody() {
    let rows = "Name,Email\nAnn Lee,ann@acme.example\nAnn Moss,ann@acme.example\nBob Hall,\nEve Reed,\nDan Fox,\nMia Wood,\nTom Hill,\nZoe Park,\n";
    let desk = Desk::with(&[("people.csv", rows)]);
    assert_eq!(desk.summary(&["people.csv"])["clusters"], 1);
    let summary = desk.summary(&["people.csv", "--ignore", "email"]);
    assert_eq!(
        (&summary["clusters"], showing(&summary, "email")),
        (&Value::from(0), 0)
    );
}

#[test]
fn an_export_is_read_by_its_profile() {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/salesforce");
    let desk = Desk::with(&[]);
    let summary = desk.summary(&[samples, "--out", "out"]);
    let rows = desk.table("out/clusters.csv");
    assert_eq!(summary["rows"].as_u64(), Some(rows.len() as u64));
    let ids: BTreeSet<&str> = rows
        .iter()
        .filter_map(|row| row["source_id"].get(..3))
        .collect();
    assert!(
        ids.is_superset(&BTreeSet::from(["001", "003", "00Q"])),
        "{ids:?}"
    );
    let files = summary["files"].as_array().unwrap();
    assert!(files.iter().all(|file| file["unrecognised"] == false));
}

#[test]
fn a_column_that_is_not_there_is_an_error_with_the_right_name() {
    let desk = Desk::with(&[("people.csv", PEOPLE)]);
    let said = desk.refused(&["people.csv", "--id", "Kee", "--out", "out"]);
    assert!(
        said.contains("`Kee` is not a column of `people.csv`; did you mean `Key`?"),
        "{said}"
    );
    let said = desk.refused(&["people.csv", "--ignore", "Colour of hair", "--out", "out"]);
    assert!(said.contains("its columns are Key, First name"), "{said}");
}

#[test]
fn a_table_of_things_is_not_read() {
    let rows = "sku,colour,weight\n1,red,2 kg\n2,blue,3 kg\n";
    let desk = Desk::with(&[("things.csv", rows)]);
    let said = desk.refused(&["things.csv", "--out", "out"]);
    assert!(
        said.contains("nothing here holds people or companies"),
        "{said}"
    );
}

#[test]
fn a_table_that_nothing_recognised_is_read_where_it_is_named_or_alone() {
    let odd = "lname_c1,by,bm,bd\nLee,1950,1,2\nHall,1951,3,4\n";
    let people = "Name,Email\nAnn Lee,ann@acme.example\n";
    let desk = Desk::with(&[
        ("in/odd.csv", odd),
        ("in/people.csv", people),
        ("alone/odd.csv", odd),
    ]);
    let read = |asked: &[&str]| desk.summary(asked)["rows"].as_u64().unwrap();
    assert_eq!(read(&["in"]), 1);
    assert_eq!(read(&["in/odd.csv", "in/people.csv"]), 3);
    assert_eq!(read(&["alone"]), 2);
}

#[test]
fn only_an_earlier_result_is_replaced() {
    let desk = Desk::with(&[("people.csv", PEOPLE), ("letters/a.txt", "x")]);
    let said = desk.refused(&["people.csv", "--out", "letters", "--force"]);
    assert!(
        said.contains("only an earlier dedupe folder is ever replaced"),
        "{said}"
    );
    desk.run(&["people.csv", "--out", "out"], 0);
    let said = desk.refused(&["people.csv", "--out", "out"]);
    assert!(said.contains("`--force`"), "{said}");
    desk.run(&["people.csv", "--out", "out", "--force"], 0);
}

#[test]
fn the_summary_fits_a_screen_and_says_what_is_next() {
    let desk = Desk::with(&[("people.csv", PEOPLE)]);
    let done = desk.run(&["people.csv", "--id", "Key", "--out", "out"], 0);
    let text = String::from_utf8(done.stdout).unwrap();
    assert!(text.lines().count() < 40, "{text}");
    for part in [
        "5 records, 4 parties",
        "pairs to decide: 1",
        "decide the pairs in out",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let desk = Desk::with(&[("people.csv", PEOPLE)]);
    for threads in ["1", "2", "4", "8"] {
        let asked = [
            "people.csv",
            "--id",
            "Key",
            "--threads",
            threads,
            "--out",
            threads,
        ];
        desk.run(&asked, 0);
    }
    for name in [
        "clusters.csv",
        "pairs.csv",
        "review.csv",
        "report.html",
        "summary.json",
    ] {
        let of = |folder: &str| fs::read(desk.0.path().join(folder).join(name)).unwrap();
        assert_eq!(of("1"), of("2"), "{name}");
        assert_eq!(of("1"), of("4"), "{name}");
        assert_eq!(of("1"), of("8"), "{name}");
    }
}

/// People of whom some are there twice, once with hostile values, and some are to be decided.
const LISTED: &str = "Key,First name,Last name,Email,Phone,City,Birthdate
k1,Annabel,Lee,annabel.lee@acme.example,0113 496 0001,Leeds,1970-01-02
k2,Annabel,Lee,annabel.lee@acme.example,0113 496 0001,Leeds,1970-01-02
k3,Annabel,Lee,,0113 496 0001,Leeds,1970-01-02
k4,<script>alert(1)</script>,\"\"\"><img src=x>\",zorn@zorn.example,0113 496 0004,Hull,1975-05-06
k5,<script>alert(1)</script>,\"\"\"><img src=x>\",zorn@zorn.example,0113 496 0004,Hull,1975-05-06
k6,Robert,Hall,bob@bolt.example,,York,
k7,Robert,Hall,,,York,
k8,Esther,Moss,esther@one.example,0113 496 0008,Bath,1950-02-03
k9,Esthre,Moss,em@two.example,0113 555 7777,Hull,1991-11-12
";

/// The report of those people.
fn report_of(more: &[&str]) -> (Desk, String) {
    let desk = Desk::with(&[("people.csv", LISTED)]);
    let asked = [&["people.csv", "--id", "Key", "--out", "out"], more].concat();
    desk.run(&asked, 0);
    let page = fs::read_to_string(desk.0.path().join("out/report.html")).unwrap();
    (desk, page)
}

#[test]
fn the_report_says_what_the_lists_say() {
    let (desk, page) = report_of(&[]);
    let summary = fs::read(desk.0.path().join("out/summary.json")).unwrap();
    let summary: Value = serde_json::from_slice(&summary).unwrap();
    let pairs = desk.table("out/pairs.csv");
    let sure = pairs.iter().filter(|pair| pair["band"] == "same");
    let sure: Vec<f64> = sure
        .map(|pair| pair["probability"].parse().unwrap())
        .collect();
    assert!(sure.len() > 3, "{sure:?}");
    let review = desk.table("out/review.csv").len();
    assert!(review > 0);
    for (name, value) in [
        ("Records", summary["records"].to_string()),
        ("Parties", summary["parties"].to_string()),
        ("Clusters of two and more", summary["clusters"].to_string()),
        ("Pairs to decide", review.to_string()),
        (
            "Records of the largest cluster",
            summary["largest"].to_string(),
        ),
    ] {
        let fact = format!("<dt>{name}</dt><dd>{value}</dd>");
        assert!(page.contains(&fact), "{fact}");
    }
    let row = format!(
        "<th scope=\"row\">same</th><td class=\"n\">{}</td>",
        sure.len()
    );
    assert!(page.contains(&row), "{row}");
    let wrong = sure.len() as f64 - sure.iter().sum::<f64>();
    assert!(
        page.contains(&format!("<td class=\"n\">{wrong:.1}</td></tr>")),
        "{wrong}"
    );
    for key in summary["keys"].as_array().unwrap() {
        let name = key["key"].as_str().unwrap();
        assert!(
            page.contains(&format!("<th scope=\"row\">{name}</th>")),
            "{name}"
        );
    }
    for of_pair in [
        "people.csv:2 (k1) · people.csv:4 (k3)",
        "any two records",
        "xwalk explain pair A B",
        "<details><summary>people</summary>",
    ] {
        assert!(page.contains(of_pair), "{of_pair}");
    }
}

#[test]
fn the_sums_of_the_waterfalls_end_at_the_weights_of_the_pairs() {
    let (desk, page) = report_of(&[]);
    let pairs = desk.table("out/pairs.csv");
    let parts: Vec<&str> = page.split("<h4>").skip(1).collect();
    assert!(parts.len() > 3);
    let mut checked = 0;
    for part in parts {
        let place = |at: usize| part.split(['(', ')']).nth(at).unwrap().to_string();
        let (a, b) = (place(1), place(3));
        let listed = pairs.iter().find(|pair| pair["a"] == a && pair["b"] == b);
        let sums = part.split("class=\"sum\"><span>").skip(1);
        let last = sums.last().unwrap().split('<').next().unwrap();
        let last: f64 = last.replace('−', "-").parse().unwrap();
        if let Some(listed) = listed {
            let weight: f64 = listed["weight"].parse().unwrap();
            assert!((last - weight).abs() < 0.1, "{a} {b}: {last}, {weight}");
            checked += 1;
        }
    }
    assert!(checked > 3, "{checked}");
}

#[test]
fn the_report_masks_values_until_they_are_asked_for_and_nothing_in_them_acts() {
    let values = [
        "Annabel",
        "Robert",
        "acme.example",
        "0113",
        "496",
        "Leeds",
        "1970",
        "alert(1)",
    ];
    let (_, page) = report_of(&[]);
    for value in values {
        assert!(
            !page.to_lowercase().contains(&value.to_lowercase()),
            "{value}"
        );
    }
    let (_, shown) = report_of(&["--show-values", "--lang", "es"]);
    for value in [
        "Annabel",
        "annabel.lee@acme.example",
        "&lt;Script&gt;Alert(1)&lt;",
    ] {
        assert!(shown.contains(value), "{value}");
    }
    for page in [page, shown] {
        let page = page.to_lowercase();
        for harm in [
            "<script", "<img", "<link", "<iframe", "@import", "url(", "http:", "https:",
        ] {
            assert!(!page.contains(harm), "{harm}");
        }
        assert!(page.contains("content-security-policy\" content=\"default-src 'none'"));
    }
}

#[test]
fn the_report_speaks_both_languages_and_can_be_read_aloud() {
    for (lang, heading, key) in [
        (
            "en",
            "What each blocking key found",
            "the same e-mail address",
        ),
        (
            "es",
            "Qué ha encontrado cada clave de bloqueo",
            "la misma dirección de correo",
        ),
    ] {
        let (_, page) = report_of(&["--lang", lang]);
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        assert!(page.contains(heading) && page.contains(key), "{lang}");
        let count = |what: &str| page.matches(what).count();
        assert_eq!((count("<h1"), count("<main id=\"content\">")), (1, 1));
        assert_eq!(count("<table"), count("<caption>"));
        let drawn = count("</title><desc id=") + count("<svg class=\"step\" aria-hidden=\"true\"");
        assert_eq!(count("<svg"), drawn);
        let ids: Vec<&str> = page.split(" id=\"").skip(1).collect();
        let ids: Vec<&str> = ids.iter().map(|id| id.split('"').next().unwrap()).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len());
        for link in page.split("href=\"#").skip(1) {
            let goal = link.split('"').next().unwrap();
            assert!(ids.contains(&goal), "nowhere: {goal}");
        }
    }
}
