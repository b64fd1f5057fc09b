//! Owners: from what the source writes to what the target's import takes, never silently to whoever imports.

use super::first_pass::User;
use crate::classify::around::Owner;
use crate::model::key;
use crate::profile::schema::{Owners, Profile};

/// What the target calls each owner of the source; nothing where it can't be told.
pub fn resolve(
    owners: &[String],
    users: &[User],
    profiles: &[&Profile],
    target: &Profile,
) -> Vec<Option<String>> {
    let said: Vec<&Owners> = profiles.iter().map(|profile| &profile.owners).collect();
    owners
        .iter()
        .map(|owner| one(owner, users, &said, &target.import.owner))
        .collect()
}

/// Who an owner is, where the users of the source say it: name, address, and whether they have left.
pub fn who(owner: &str, users: &[User]) -> String {
    let alike = alike(users, owner);
    let Some(user) = alike.first() else {
        return String::new();
    };
    let mut parts: Vec<&str> = vec![&user.name, &user.email];
    parts.retain(|part| !part.is_empty() && !part.eq_ignore_ascii_case(owner));
    if !user.active {
        parts.push("no longer active");
    }
    parts.join(", ")
}

/// What people call each owner: the user's name, else the address, else as the source writes it.
pub fn called<'a>(owners: &'a [String], users: &'a [User]) -> Vec<&'a str> {
    let called = |owner: &'a String| {
        let user = alike(users, owner).into_iter().next();
        let names = user.map(|user| [user.name.as_str(), user.email.as_str()]);
        let mut names = names.into_iter().flatten().chain([owner.as_str()]);
        names.find(|name| !name.is_empty()).unwrap_or_default()
    };
    owners.iter().map(called).collect()
}

/// How it stands with each owner. A user is missed only where `ids` says what users' ids begin with: all that an owner
/// may be is in the set then; where an id begins otherwise, it is no user's but a queue's, say.
pub fn stand(owners: &[String], users: &[User], ids: Option<&[String]>) -> Vec<Owner> {
    let are_known = |of: fn(&User) -> &String| users.iter().any(|user| !of(user).is_empty());
    let (ids_known, addresses_known) = (are_known(|user| &user.id), are_known(|user| &user.email));
    let is_user = |owner: &str| {
        ids.is_some_and(|begin| match owner.contains('@') {
            true => addresses_known,
            false if begin.is_empty() => ids_known && looks_like_an_id(owner),
            false => ids_known && begin.iter().any(|begin| owner.starts_with(begin)),
        })
    };
    let one = |owner: &String| {
        let alike = alike(users, owner);
        match alike.iter().any(|user| user.active) {
            true => Owner::There,
            false if !alike.is_empty() => Owner::Left,
            false if is_user(owner) => Owner::Unknown,
            false => Owner::There,
        }
    };
    owners.iter().map(one).collect()
}

fn one(owner: &str, users: &[User], said: &[&Owners], takes: &str) -> Option<String> {
    let alike = alike(users, owner);
    let shared = alike
        .windows(2)
        .any(|pair| !matches!(pair, [a, b] if same(a, b)));
    let user = alike.first().copied().filter(|_| !shared);
    let names = user
        .map(|user| [user.id.as_str(), user.email.as_str(), user.name.as_str()])
        .unwrap_or_default();
    let named = |from: &str| {
        let mut names = names.iter().filter(|name| !name.is_empty());
        names.any(|name| name.eq_ignore_ascii_case(from))
    };
    let map = || said.iter().flat_map(|owners| &owners.map);
    let mapped = map()
        .find(|(from, _)| key::id(from) == key::id(owner))
        .or_else(|| map().find(|(from, _)| named(from)));
    if let Some((_, to)) = mapped {
        return Some(to.clone());
    }
    let told = match (user, takes) {
        _ if shared => None,
        (_, "id") => None,
        (Some(user), "name") if user.active => Some(user.name.clone()),
        (Some(user), _) if user.active => Some(user.email.clone()),
        (Some(_), _) => None,
        (None, "name") if !looks_like_an_id(owner) && !owner.contains('@') => {
            Some(owner.to_string())
        }
        (None, "email") if owner.contains('@') => Some(owner.to_lowercase()),
        (None, _) => None,
    };
    told.filter(|text| !text.is_empty())
        .or_else(|| said.iter().find_map(|owners| owners.fallback.clone()))
}

/// The users that an owner may be: those with the id, else those with the address, else those with the name.
fn alike<'u>(users: &'u [User], owner: &str) -> Vec<&'u User> {
    let by: [fn(&User, &str) -> bool; 3] = [
        |user, owner| !user.id.is_empty() && key::id(&user.id) == key::id(owner),
        |user, owner| !user.email.is_empty() && user.email.eq_ignore_ascii_case(owner),
        |user, owner| !user.name.is_empty() && user.name.eq_ignore_ascii_case(owner),
    ];
    let found = by.map(|is| users.iter().filter(|user| is(user, owner)).collect());
    let mut found = found.into_iter().filter(|users: &Vec<_>| !users.is_empty());
    found.next().unwrap_or_default()
}

/// Whether two rows are one user: the same address or, where one has none, the same id.
fn same(a: &User, b: &User) -> bool {
    if a.email.is_empty() || b.email.is_empty() {
        return key::id(&a.id) == key::id(&b.id);
    }
    a.email.eq_ignore_ascii_case(&b.email)
}

fn looks_like_an_id(owner: &str) -> bool {
    let digits = owner.bytes().filter(u8::is_ascii_digit).count();
    !owner.contains(' ') && (digits > 3 || digits > 0 && digits == owner.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn users() -> Vec<User> {
        let user = |id: &str, email: &str, active| User {
            id: id.into(),
            email: email.into(),
            active,
            ..User::default()
        };
        vec![
            user("005a", "ann@x.example", true),
            user("005b", "bob@x.example", false),
        ]
    }

    #[test]
    fn an_inactive_owner_goes_to_the_fallback_or_nowhere() {
        let users = users();
        let named = Owners {
            map: vec![],
            fallback: Some("ops@x.example".into()),
        };
        assert_eq!(
            one("005a", &users, &[], "email").as_deref(),
            Some("ann@x.example")
        );
        assert_eq!(one("005b", &users, &[], "email"), None);
        assert_eq!(
            one("005b", &users, &[&named], "email").as_deref(),
            Some("ops@x.example")
        );
        assert_eq!(one("005z", &users, &[], "email"), None);
    }

    #[test]
    fn a_name_that_two_users_share_is_nobodys() {
        let user = |id: &str, email: &str| User {
            id: id.into(),
            email: email.into(),
            name: "Luis Ortega".into(),
            active: true,
            ..User::default()
        };
        let luis = [
            user("7", "luis@x.example"),
            user("8", "luis.ortega@x.example"),
        ];
        let map = Owners {
            map: vec![("Luis Ortega".into(), "luis@x.example".into())],
            fallback: None,
        };
        let told = |owner: &str, users: &[User], takes: &str| one(owner, users, &[], takes);
        assert_eq!(told("luis ortega", &luis, "email"), None);
        assert_eq!(told("Luis Ortega", &luis, "name"), None);
        assert_eq!(
            told("8", &luis, "email").as_deref(),
            Some("luis.ortega@x.example")
        );
        assert_eq!(
            one("Luis Ortega", &luis, &[&map], "email").as_deref(),
            Some("luis@x.example")
        );
        let twice = [user("7", "luis@x.example"), user("7", "Luis@x.example")];
        assert_eq!(
            told("Luis Ortega", &twice, "email").as_deref(),
            Some("luis@x.example")
        );
    }

    #[test]
    fn the_owner_as_written_is_mapped_before_the_user_behind_it() {
        let map = Owners {
            map: vec![
                ("ann@x.example".into(), "old@x.example".into()),
                ("005a".into(), "new@x.example".into()),
            ],
            fallback: None,
        };
        let told = one("005a", &users(), &[&map], "email");
        assert_eq!(told.as_deref(), Some("new@x.example"));
        assert_eq!(who("005b", &users()), "bob@x.example, no longer active");
    }

    #[test]
    fn a_user_is_missed_only_by_what_users_are_known_by() {
        let stand = |owner: &str, ids: Option<&[String]>| {
            let stand = stand(&[owner.to_string()], &users(), ids);
            stand.first().copied()
        };
        let begin = ["005".to_string()];
        for (owner, expected) in [
            ("005a", Owner::There),
            ("BOB@x.example", Owner::Left),
            ("005z", Owner::Unknown),
            ("eve@x.example", Owner::Unknown),
            ("00Gz", Owner::There),
            ("Sales Desk", Owner::There),
        ] {
            assert_eq!(stand(owner, Some(&begin)), Some(expected), "{owner}");
        }
        assert_eq!(stand("12345", Some(&[])), Some(Owner::Unknown));
        assert_eq!(stand("005z", None), Some(Owner::There));
        assert_eq!(stand("005b", None), Some(Owner::Left));
    }

    #[test]
    fn a_map_is_obeyed_by_id_or_address() {
        let users = users();
        let map = Owners {
            map: vec![("ANN@x.example".into(), "0059".into())],
            fallback: None,
        };
        assert_eq!(one("005a", &users, &[&map], "id").as_deref(), Some("0059"));
    }
}
