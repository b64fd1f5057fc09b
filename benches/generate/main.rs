//! Makes linked export files of any size, the same for a seed everywhere, to measure with:
//! `generate --rows 1000000 --seed 1 --out DIR [--crlf]`.

mod account;
mod contact;
mod context;
mod country;
mod id;
mod lead;
mod moment;
mod party;
mod random;
mod sheet;
mod trap;
mod words;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs, io};

use country::Country;
use party::World;
use sheet::Sheet;

/// What the command line asks for.
struct Order {
    rows: u64,
    seed: u64,
    out: PathBuf,
    crlf: bool,
}

type Writer = fn(&World, u64, &mut Sheet) -> io::Result<()>;

fn main() -> Result<(), Box<dyn Error>> {
    let order = order(env::args().skip(1))?;
    let world = world(&order);
    fs::create_dir_all(&order.out)?;
    let files: [(&str, &[&str], u64, Writer); 6] = [
        ("User.csv", context::USER, trap::USERS, context::user),
        (
            "Account.csv",
            account::COLUMNS,
            world.accounts,
            account::write,
        ),
        (
            "Contact.csv",
            contact::COLUMNS,
            world.contacts,
            contact::write,
        ),
        ("Lead.csv", lead::COLUMNS, world.leads, lead::write),
        (
            "Opportunity.csv",
            context::DEAL,
            context::DEALS,
            context::deal,
        ),
        ("Task.csv", context::TASK, context::TASKS, context::task),
    ];
    for (name, columns, rows, write) in files {
        let mut sheet = Sheet::create(&order.out.join(name), columns, order.crlf)?;
        (0..rows).try_for_each(|index| write(&world, index, &mut sheet))?;
        sheet.finish()?;
    }
    Ok(())
}

fn order(mut words: impl Iterator<Item = String>) -> Result<Order, Box<dyn Error>> {
    let mut order = Order {
        rows: 1_000_000,
        seed: 1,
        out: PathBuf::new(),
        crlf: false,
    };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("`{word}` needs a value"));
        match word.as_str() {
            "--rows" => order.rows = value()?.parse()?,
            "--seed" => order.seed = value()?.parse()?,
            "--out" => order.out = value()?.into(),
            "--crlf" => order.crlf = true,
            _ => {
                return Err(format!(
                    "`{word}` is not an option; use --rows, --seed, --out, --crlf"
                )
                .into());
            }
        }
    }
    if order.out.as_os_str().is_empty() || order.rows < 10 {
        return Err("say where to with `--out DIR`, and make at least 10 rows".into());
    }
    Ok(order)
}

/// One row in ten a company, six a contact, three a lead.
fn world(order: &Order) -> World {
    let (accounts, contacts) = (order.rows / 10, order.rows * 6 / 10);
    let leads = order.rows - accounts - contacts;
    World {
        seed: order.seed,
        contacts,
        leads,
        accounts,
        countries: Country::all(),
    }
}
