//! The least that a conversion can cost: `floor DIR` copies the CSV files of a folder record by record, and parses their phones and e-mail
//! addresses, on one thread. Prints what it counted and the CPU seconds it took, as JSON.

use std::error::Error;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder, WriterBuilder};
use email_address::EmailAddress;
use rlibphonenumber::enums::Region;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat};

/// What was done, so that nothing is done for nothing.
#[derive(Default)]
struct Count {
    rows: u64,
    phones: u64,
    valid_phones: u64,
    emails: u64,
    valid_emails: u64,
    letters: u64,
}

/// Where the columns of interest stand in a file.
struct Columns {
    phones: Vec<usize>,
    emails: Vec<usize>,
    country: Option<usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args()
        .nth(1)
        .ok_or("say which folder: `floor DIR`")?;
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut count = Count::default();
    for file in files.iter().map(fs::DirEntry::path) {
        if file.extension().is_some_and(|extension| extension == "csv") {
            copy(&file, &mut count)?;
        }
    }
    println!(
        "{{\"rows\":{},\"phones\":{},\"valid_phones\":{},\"emails\":{},\"valid_emails\":{},\"letters\":{},\"cpu_s\":{:.2}}}",
        count.rows,
        count.phones,
        count.valid_phones,
        count.emails,
        count.valid_emails,
        count.letters,
        cpu_seconds()?
    );
    Ok(())
}

fn copy(path: &Path, count: &mut Count) -> Result<(), Box<dyn Error>> {
    let input = File::open(path)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(1 << 20)
        .from_reader(input);
    let output = BufWriter::with_capacity(1 << 20, tempfile::tempfile()?);
    let mut writer = WriterBuilder::new().flexible(true).from_writer(output);
    let mut record = ByteRecord::new();
    if !reader.read_byte_record(&mut record)? {
        return Ok(());
    }
    let columns = columns(&record);
    writer.write_byte_record(&record)?;
    while reader.read_byte_record(&mut record)? {
        read_values(&record, &columns, count);
        writer.write_byte_record(&record)?;
        count.rows += 1;
    }
    writer.flush()?;
    Ok(())
}

fn columns(header: &ByteRecord) -> Columns {
    let places = |wanted: &[&str]| {
        let named = |name: &[u8]| wanted.iter().any(|word| word.as_bytes() == name);
        header
            .iter()
            .enumerate()
            .filter(|(_, name)| named(name))
            .map(|(at, _)| at)
            .collect::<Vec<_>>()
    };
    Columns {
        phones: places(&["Phone", "MobilePhone"]),
        emails: places(&["Email"]),
        country: places(&["Country", "MailingCountry", "BillingCountry"])
            .first()
            .copied(),
    }
}

fn read_values(record: &ByteRecord, columns: &Columns, count: &mut Count) {
    let text = |at: usize| {
        record
            .get(at)
            .and_then(|cell| str::from_utf8(cell).ok())
            .map_or("", str::trim)
    };
    let region = columns.country.and_then(|at| region(text(at)));
    for phone in columns
        .phones
        .iter()
        .map(|&at| text(at))
        .filter(|phone| !phone.is_empty())
    {
        count.phones += 1;
        let Ok(number) = PHONE_NUMBER_UTIL.parse(phone, region) else {
            continue;
        };
        if number.is_valid() {
            count.valid_phones += 1;
            count.letters += number.format_as(PhoneNumberFormat::E164).len() as u64;
        }
    }
    for email in columns
        .emails
        .iter()
        .map(|&at| text(at))
        .filter(|email| !email.is_empty())
    {
        count.emails += 1;
        count.valid_emails += u64::from(EmailAddress::is_valid(email));
    }
}

fn region(country: &str) -> Option<Region> {
    Some(match country {
        "United States" | "USA" | "US" => Region::US,
        "México" | "Mexico" | "MX" => Region::MX,
        "España" | "Spain" | "ES" => Region::ES,
        "Brasil" | "Brazil" | "BR" => Region::BR,
        "Deutschland" | "Germany" | "DE" => Region::DE,
        "United Kingdom" | "UK" | "GB" | "Great Britain" => Region::GB,
        _ => return None,
    })
}

/// User and system time of this process (proc(5), fields 14 and 15 of `stat`, in hundredths of a second); 0 where there is no `/proc`.
fn cpu_seconds() -> Result<f64, Box<dyn Error>> {
    let Ok(stat) = fs::read_to_string("/proc/self/stat") else {
        return Ok(0.0);
    };
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name
        .split_whitespace()
        .skip(11)
        .take(2)
        .map(str::parse::<f64>)
        .sum::<Result<f64, _>>()?;
    Ok(ticks / 100.0)
}
