"""A second labelled set for the audit, by another hand: python3 make.py OUT writes OUT/{sf,hs}-{en,es}-{1,2}/ and NAME.truth.csv beside each."""
import csv, datetime as dt, sys, os, random, re, unicodedata, shutil
from bank import EN, ES
OUT = sys.argv[1] if len(sys.argv) > 1 else '.'
D = dt.date
DAY = dt.timedelta(days=1)

def plain(s):
    s = unicodedata.normalize('NFD', s)
    s = ''.join((c for c in s if not unicodedata.combining(c)))
    return re.sub('[^a-z0-9]+', '', s.lower())

def strip(s):
    return ''.join((c for c in unicodedata.normalize('NFD', s) if not unicodedata.combining(c)))

class O:

    def __init__(s, **k):
        s.__dict__.update(k)

class World:

    def __init__(w, vendor, lang, n):
        w.v, w.lang, w.n = (vendor, lang, n)
        w.r = random.Random(f'blind/{vendor}/{lang}/{n}')
        w.b = EN if lang == 'en' else ES
        w.asof = D(2025, 9, 12) if n == 1 else D(2026, 4, 22)
        w.orgs, w.people, w.deals, w.acts, w.camps, w.members = ([], [], [], [], [], [])
        w.used = set()
        w.names = set()
        st = w.b['stems'][:]
        w.r.shuffle(st)
        combos = [(a, t) for a in st for t in w.b['trades']]
        w.r.shuffle(combos)
        w.combos = combos
        co = [(l, t) for l in w.b['last'] for t in w.b['trades']]
        w.r.shuffle(co)
        w.loose = co
        short, name, tld = w.b['own'][n - 1]
        w.own, w.ownname = (short + tld, name)
        w.users = [O(first=f, last=l, email=plain(f)[0] + plain(l) + '@' + w.own, id=None) for f, l in (w.pname() for _ in range(9))]
        w.users[8].email = w.users[8].email.replace('@', '@' + ('mail.' if lang == 'en' else 'ventas.'))
        for nm, ty, st_ in w.b['camps']:
            w.camps.append(O(name=nm, type=ty, resp=st_, start=w.asof - w.r.randint(60, 500) * DAY))

    def pick(w, key):
        return w.r.choice(w.b[key])

    def pname(w):
        while True:
            f = w.pick('first')
            l = w.pick('last')
            if w.lang == 'es' and w.r.random() < 0.45:
                l += ' ' + w.pick('last')
            if (f, l) not in w.names and (f, l.split()[0]) not in w.names:
                w.names.add((f, l))
                w.names.add((f, l.split()[0]))
                return (f, l)

    def num(w, mobile=False):
        r = w.r
        while True:
            if w.lang == 'en':
                k = r.randint(0, 1)
                d = ''.join((r.choice('0123456789') for _ in range(6)))
                p = ('07700 9' + d[:2] + d[2:5] if mobile else '0113 4' + d[:2] + ' ' + d[2:]) if k else '+1 206-' + d[:3] + '-' + d[2:6]
            else:
                k = r.randint(0, 2)
                d = ''.join((r.choice('0123456789') for _ in range(8)))
                p = [('6' if mobile else '9') + d[:2] + ' ' + d[2:5] + ' ' + d[5:], '+52 55 ' + d[:4] + ' ' + d[4:], ('+34 6' if mobile else '+34 9') + d[:8]][k]
                p = p.strip()
                if len(re.sub('\\D', '', p)) < 9:
                    p += r.choice('0123456789')
            if plain(p)[-9:] not in w.used:
                w.used.add(plain(p)[-9:])
                return p

    def address(w):
        while True:
            c = w.r.choice(w.b['cities'])
            s = w.pick('streets')
            n = w.r.randint(1, 390)
            a = f'{n} {s}' if w.lang == 'en' else f'{s} {n}'
            if (a, c[0]) not in w.used:
                w.used.add((a, c[0]))
                return (a,) + c

    def cname(w):
        a, (t, ind) = w.combos.pop()
        base = f'{t} {a}' if w.lang == 'es' and w.r.random() < 0.6 else f'{a} {t}'
        return (base, ind, plain(a) + w.r.choice(['', '-']) + plain(t.split()[0]))

    def looseco(w):
        a, (t, _) = w.loose.pop()
        base = f'{t} {a}' if w.lang == 'es' and w.r.random() < 0.6 else f'{a} {t}'
        x = w.r.random()
        return base if x < 0.3 else base.lower() if x < 0.36 else base + ' ' + w.r.choice(w.b['legal'])

    def date(w, lo, hi):
        return w.asof - w.r.randint(lo, hi) * DAY

    def org(w, rel, hn='', note='', codes=(), open=(), cls='organization', name=None, domain=True, ev=True, created=None, **k):
        r = w.r
        base, ind, slug = w.cname()
        legal = r.choice(w.b['legal']) if r.random() < 0.7 else ''
        dom = slug + r.choice(w.b['tlds'])
        o = O(rel=rel, base=base, name=name or (base + ' ' + legal).strip(), domain=dom if domain is True else domain or '', industry=ind, phone=w.num(), addr=w.address(), tax='', custno='', invoice=None, cend=None, desc='', rating='', parent=None, emp=str(r.choice([4, 12, 30, 55, 120, 400, 1500])) if r.random() < 0.6 else '', created=created or w.date(60, 1500), last=None, hn=hn, note=note, codes=set(codes), open=set(open), cls=cls, people=[], says=rel, deals=[], kind='org', temp='')
        if r.random() < 0.45:
            o.tax = w.taxid()
        o.__dict__.update(k)
        w.orgs.append(o)
        if rel == 'customer' and ev:
            for e in r.sample(['deal', 'deal', 'invoice', 'cend', 'custno'], 2):
                w.custev(o, e)
        return o

    def taxid(w):
        d = ''.join((w.r.choice('0123456789') for _ in range(8)))
        return ('GB' + d + '1' if w.r.random() < 0.5 else d[:2] + '-' + d[1:]) if w.lang == 'en' else 'B' + d if w.n == 1 else 'XQZ' + d[:6] + 'AB' + d[6]

    def custev(w, o, e):
        if e == 'deal':
            w.deal(o, state='won')
        elif e == 'invoice':
            o.invoice = w.date(5, 300)
        elif e == 'cend':
            o.cend = w.asof + w.r.randint(30, 500) * DAY
        else:
            o.custno = w.r.choice(['C-%05d', 'K%06d', '%05d']) % w.r.randint(100, 99999)

    def deal(w, o=None, people=(), state='won', close=None, name=None):
        r = w.r
        close = close or (w.asof + r.randint(5, 120) * DAY if state == 'open' else w.date(10, 700))
        created = min(close, w.asof) - r.randint(5, 90) * DAY
        who = o.base if o else people[0].first + ' ' + people[0].last if people else w.pick('deals')
        d = O(org=o, people=list(people), state=state, close=close, created=created, amount=r.choice([900, 2400, 4800, 12500, 18000, 31000, 64000]), name=name or r.choice([f"{who} - {w.pick('deals')}", f"{w.pick('deals')} {who}", f"{who} / {w.pick('deals')} {created.year}"]))
        w.deals.append(d)
        if o:
            o.deals.append(d)
        return d

    def person(w, box, cls, status='', life='', org=None, company=None, mail='corp', first=None, last=None, hn='', note='', codes=(), open=(), interest=True, dom=None, declared=None, **k):
        r = w.r
        f, l = w.pname() if first is None or last is None else (first, last)
        p = O(box=box, cls=cls, status=status, life=life, org=org, first=f, last=l, mobile=w.num(True) if r.random() < 0.6 else '', phone=w.num() if r.random() < 0.35 else '', title=w.pick('titles'), hn=hn, note=note, codes=set(codes), open=set(open), source='', detail='', desc='', rating='', form='', conv=None, created=w.date(20, 420), last_act=None, kind='person', addr=w.address() if r.random() < 0.35 else None, temp='', pdeals=[], declared=declared, gone='')
        if company is None:
            company = org.name if org else w.looseco()
        p.company = company
        if 'email' in k:
            d = ''
        elif mail == 'corp':
            d = dom or (org.domain if org and org.domain else plain(next((company[:-len(g) - 1] for g in sorted(w.b['legal'], key=len, reverse=True) if company.endswith(' ' + g)), company))[:32] + r.choice(w.b['tlds']))
        elif mail == 'free':
            d = w.pick('free')
        else:
            d = ''
        if d:
            first_l = plain((f.split() or l.split())[0]) or 'x'
            last_l = plain(l.split()[0]) or 'x'
            e = r.choice([f'{first_l}.{last_l}', f'{first_l[0]}{last_l}', f'{first_l}_{last_l}', f'{first_l}{last_l[0]}']) + '@' + d
            while e.lower() in w.used:
                e = e.split('@')[0] + str(r.randint(2, 99)) + '@' + d
            w.used.add(e.lower())
            p.email = e
        else:
            p.email = ''
        p.__dict__.update(k)
        w.people.append(p)
        if org:
            org.people.append(p)
        if interest:
            w.interest(p)
        return p

    def interest(w, p, kind=None):
        kind = kind or w.r.choice(['src', 'det', 'desc', 'camp'] if w.v == 'sf' else ['form', 'form', 'det', 'src'])
        if w.v == 'hs' and kind == 'camp':
            kind = 'form'
        if kind == 'src':
            p.source = w.pick('interest_src')
        elif kind == 'det':
            p.detail = w.pick('interest_det')
        elif kind == 'desc':
            p.desc = (p.desc + ' ' + w.pick('interest_desc')).strip()
        elif kind == 'form':
            p.form = w.pick('hs_forms')
        else:
            c = w.r.choice(w.camps)
            w.members.append(O(camp=c, p=p, status=c.resp, yes=True, date=max(p.created, w.asof - w.r.randint(1, 100) * DAY)))
        p.interest = True

    def act(w, kind, subject, who=None, org=None, done=True, date=None, body='', deal=None, inbound=False, outcome='', status=''):
        if date is None:
            lo = who.created if who else w.asof - 300 * DAY
            lo = max(lo, w.asof - 200 * DAY)
            date = lo + w.r.randint(0, max(0, (w.asof - lo).days)) * DAY if done else w.asof + w.r.randint(2, 60) * DAY
        if '%d' in subject:
            subject = subject % w.r.randint(1000, 9999)
        a = O(kind=kind, subject=w.noise(subject), who=who, org=org, done=done, date=date, body=body, deal=deal, inbound=inbound, outcome=outcome, status=status)
        w.acts.append(a)
        return a

    def noise(w, s):
        x = w.r.random()
        return s.upper() if x < 0.05 else s.lower() if x < 0.13 else '  ' + s if x < 0.15 else s + '.' if x < 0.2 else s

    def sales(w, p, how=None):
        how = how or w.r.choice(['meet', 'meet', 'task', 'bant', 'demo', 'body', 'call'])
        if how == 'meet':
            w.act('meeting', w.pick('sales_meet'), p)
        elif how == 'task':
            w.act('task', w.pick('sales_task'), p)
        elif how == 'bant':
            t = w.pick('bant')
            if w.v == 'hs' and w.r.random() < 0.7:
                w.act('note', '', p, body=t)
            else:
                p.desc = t
        elif how == 'demo':
            if w.v == 'hs' and w.r.random() < 0.7:
                p.form = w.pick('hs_demo')
            elif w.r.random() < 0.5:
                p.source = w.pick('demo_src')
            else:
                p.detail = w.pick('demo_det')
        elif how == 'body':
            t, x = w.r.choice(w.b['bodymeet'])
            w.act('meeting', t, p, body=x)
        elif how == 'call':
            w.act('call', w.r.choice(['Discovery call', 'Discovery call - 25 min', 'Pricing call: went through the quote'] if w.lang == 'en' else ['Llamada de descubrimiento', 'Llamada: detección de necesidades', 'Llamada, revisamos la cotización']), p)
        elif how == 'deal':
            w.deal(p.org, [p], 'open')
        p.sale = how
        return how

    def nosale(w, p, kinds=('noans', 'mailed', 'planned')):
        k = w.r.choice(kinds)
        if k == 'noans':
            w.act('call', w.pick('noans'), p, outcome='no answer')
        elif k == 'mailed':
            w.act('email', w.pick('mailed'), p)
        else:
            w.act(w.r.choice(['meeting', 'task']), w.pick('planned'), p, done=False)

    def prospect_co(w, **k):
        return w.org('prospect', **k)

    def wins(w):
        return w.org('customer')

    def buy(w, p):
        d = w.deal(None, [p], 'won')
        p.pdeals.append(d)
        return d

    def life_new(w):
        return w.r.choice(['lead', 'lead', 'subscriber', 'mql'])

    def funnel(w, cls='prospect', status=None, **k):
        status = status or w.r.choice(['new', 'new', 'working', 'working', 'nurture', 'disq'])
        if status == 'qualified':
            k.setdefault('life', w.r.choice(['sql', 'sql', 'opportunity']))
        else:
            k.setdefault('life', w.life_new())
        return w.person('funnel', cls, status, **k)

    def contact(w, cls='contact', **k):
        k.setdefault('life', 'other')
        k.setdefault('interest', False)
        return w.person('contact', cls, **k)

def scenes(w):
    r, b, sf = (w.r, w.b, w.v == 'sf')
    N = lambda lo, hi: r.randint(lo, hi)
    cust = [w.org('customer') for _ in range(150 if sf else 145)]
    for i in range(26):
        o = cust[i] if i % 7 not in (2, 4) else w.org('customer')
        C = ['lead-is-customer']
        opn = [] if sf else ['contact-without-organization']
        if any((d.state == 'open' for d in o.deals)):
            opn.append('prospect-qualified')
        m = i % 7
        st = r.choice(['new', 'working', 'nurture'])
        if m == 0 and (not sf):
            w.funnel('contact', st, org=o, codes=C, note='linked')
        elif m in (0, 1):
            w.funnel('contact', st, company=o.name if m else r.choice([o.base, o.base + ' Group' if w.lang == 'en' else 'Grupo ' + o.base]), dom=o.domain, codes=C, open=opn, note='domain')
        elif m == 2:
            w.funnel('contact', st, company=o.base, dom=r.choice(['eu', 'north', 'mail', 'mx', 'obra', 'staff']) + '.' + o.domain, codes=C, open=opn, note='parent-domain')
        elif m == 3:
            w.funnel('contact', st, company=r.choice([o.base.upper(), o.base, o.base.lower(), o.base + ' ' + r.choice(b['legal'])]), mail='free', codes=C, note='name-only')
        elif m == 4:
            o.domain = ''
            dm = plain(o.base)[:14] + r.choice(b['tlds'])
            for _ in range(2):
                w.contact(org=o, dom=dm, life='customer', note='gives-domain')
            w.funnel('contact', st, company='' if not sf else o.base, dom=dm, codes=C, open=opn, note='domain-of-its-people')
        elif m == 5:
            p = w.funnel('contact', 'qualified', company=o.name, dom=o.domain, codes=C, open=opn, note='new-buyer', life='sql')
            w.sales(p, 'meet')
        else:
            w.funnel('contact', st, company=o.base, dom=o.domain, codes=C, open=opn, note='domain', interest=True, source=b['interest_src'][0])
    for i in range(24):
        m = i % 6
        st = r.choice(['new', 'working', 'nurture'])
        base = r.choice(['former', 'private', 'prospect'])
        if base == 'former':
            o = w.org('former')
        elif base == 'prospect':
            o = w.org('prospect')
        else:
            o = None
        c = w.contact(org=o, mail='corp' if o else 'free', company=None if o else '', life='other' if o else 'customer', note='twin-contact')
        if base == 'private':
            w.buy(c)
        if base == 'prospect':
            w.act('task', w.pick('misc'), c)
        C = ['lead-and-contact']
        kw = dict(codes=C, org=None)
        nick = c.first
        if m in (0, 1, 2):
            e = c.email
            if m == 1 or not sf:
                e = e.replace('@', '+' + r.choice(['promo', 'web', 'crm']) + '@')
            if m == 2:
                e = e.upper() if r.random() < 0.5 else e.title()
            l = w.funnel('contact', st, first=r.choice([c.first, c.first.upper(), strip(c.first)]), last=c.last.split()[0], company=o.name if o else '', email=e, note='same-email', **kw)
            if not sf and o:
                l.open.add('contact-without-organization')
            if sf and (not o):
                l.company = c.first + ' ' + c.last
        else:
            if not c.mobile:
                c.mobile = w.num(True)
            ini = {3: strip(c.last.split()[0]), 4: c.last.upper(), 5: c.last.split()[0]}[m]
            nick = w.b['nick'].get(c.first, c.first)
            l = w.funnel('contact', st, first=nick, last=ini, mail='free', company=o.name if o and sf else '', note='same-mobile', **kw)
            l.mobile = re.sub('[ -]', '', c.mobile) if r.random() < 0.6 else c.mobile
            if sf and (not l.company):
                l.company = '-'
    for i in range(6):
        o = cust[40 + i]
        c = w.contact(org=o, life='customer', note='twin-contact')
        e = c.email.replace('@', '+info@')
        p = w.funnel('contact', 'working', first=c.first, last=c.last, company=o.name, email=e, codes=['lead-and-contact', 'lead-is-customer'], note='same-email-at-customer')
        if not sf:
            p.org = o
            o.people.append(p)
    if sf:
        for i in range(22):
            m = i % 4
            st = r.choice(['working', 'nurture']) if i % 3 else 'new'
            if m == 0:
                p = w.funnel('contact', st, codes=['conversion-unfinished'], note='flag-only')
                p.conv = O(flag=True, acc=None, con=None, opp=None, date=w.date(3, 60))
            elif m == 1:
                o = w.org('prospect')
                p = w.funnel('contact', st, company=o.name, dom=o.domain, codes=['conversion-unfinished'], note='account-id-only')
                p.conv = O(flag=False, acc=o, con=None, opp=None, date=None)
            elif m == 2:
                o = w.org('prospect')
                c = w.contact(org=o, note='converted-contact')
                w.act('task', w.pick('misc'), c)
                p = w.funnel('contact', st, first=c.first, last=c.last, email=c.email, company=o.name, codes=['conversion-unfinished', 'lead-and-contact'], note='ids-and-contact')
                p.conv = O(flag=True, acc=o, con=c, opp=None, date=w.date(3, 60))
            else:
                o = w.wins()
                c = w.contact(org=o, note='converted-contact', life='customer')
                p = w.funnel('contact', st, first=c.first, last=c.last, email=c.email, company=o.name, codes=['conversion-unfinished', 'lead-and-contact', 'lead-is-customer'], open=['prospect-qualified'], note='ids-and-customer')
                p.conv = O(flag=True, acc=o, con=c, opp=None, date=w.date(3, 60))
    else:
        for i in range(22):
            st = 'new' if i % 2 else 'attempted'
            o = cust[60 + i] if i % 3 else None
            p = w.contact(org=o, life='customer', status=st, mail='corp' if o else 'free', company=None if o else '', codes=['conversion-unfinished'], note='status-' + st)
            d = w.deal(o, [p], 'won')
            p.pdeals.append(d)
    for i in range(24):
        base, ind, slug = w.cname()
        nm = base + ' ' + r.choice(b['legal'])
        ws = nm.split()
        m = i % 4
        f, l = [('', nm), (ws[0], ' '.join(ws[1:])), ('', base.upper() + ' ' + r.choice(b['legal'])), (nm, nm if sf else '')][m]
        if i % 4 == 2 and i > 8:
            st_ = r.choice(b['stems'])
            nm = r.choice(b['bodies']).format(s=st_)
            slug = plain(nm)[:20]
            f, l = [('', nm), (nm.rsplit(' ', 1)[0], nm.rsplit(' ', 1)[1])][i % 3 == 0]
        em = '' if i % 3 == 0 else r.choice(['jg', 'mlr', 'hp', 't.ortiz', 'kbell']) + '@' + slug + r.choice(b['tlds'])
        C = ['organization-as-person']
        if i % 6 == 5:
            em = r.choice(['info', 'office', 'ventas' if w.lang == 'es' else 'sales']) + '@' + slug + r.choice(b['tlds'])
            C.append('role-mailbox-as-person')
        if i % 2:
            p = w.funnel('organization', r.choice(['new', 'working']), first=f, last=l, company=nm, email=em, codes=C, note='funnel')
        else:
            p = w.contact('organization', first=f, last=l, company='' if not sf else nm, email=em, codes=C, note='contact')
            p.life = 'customer'
            w.buy(p)
        p.title = ''
        if not p.email and (not p.phone):
            p.phone = w.num()
    for i in range(22):
        f, l = w.pname()
        nm = r.choice([f'{f} {l}', f'{f} {l}', f'{l}, {f}', f'{f} {l}'.upper()])
        bought = i % 2 == 0
        o = w.org('customer' if bought else r.choice(['prospect', 'other']), ev=False, name=nm, domain='', industry='', emp='', tax='', codes=['person-as-organization'], cls='contact' if bought else 'prospect/contact', note='bought' if bought else 'not-bought')
        o.base = nm
        o.person = True
        if bought:
            w.deal(o, state='won')
        if i % 3 == 0:
            p = w.contact(org=o, first=f, last=l, mail='free', life='customer' if bought else 'other', note='its-person')
            if not bought:
                w.act('task', w.pick('misc'), p)
    for i in range(24):
        loc, shown = r.choice(b['roles'])
        base, ind, slug = w.cname()
        nm = base + ' ' + r.choice(b['legal'])
        em = f"{loc}{('' if r.random() < 0.8 else r.choice(['1', '.es', '-uk']) if 0 else '')}@{slug}{r.choice(b['tlds'])}"
        if em in w.used:
            continue
        w.used.add(em)
        if sf and (not shown):
            shown = '-'
        if i % 2:
            p = w.funnel('organization/prospect', r.choice(['new', 'working', 'nurture']), first='', last=shown, company=nm, email=em, codes=['role-mailbox-as-person'], note='funnel')
        else:
            o = cust[90 + i // 2] if i % 4 else w.org('supplier')
            p = w.contact('organization/contact', org=o, first='', last=shown, email=loc + '@' + o.domain, codes=['role-mailbox-as-person'], note='contact', life='customer' if o.rel == 'customer' else 'other')
        p.title = ''
        p.mobile = ''
    for i in range(26):
        o = cust[20 + i] if i % 3 else w.org(r.choice(['partner', 'supplier']))
        w.contact(dom=o.domain if i % 5 else o.domain.upper(), company=r.choice([o.name, '', o.base]), life='customer' if o.rel == 'customer' else 'other', codes=['contact-without-organization'], note='unlinked-' + o.rel)
    for i in range(28):
        m = i % 3
        if m == 0:
            w.contact('prospect', interest=True, mail='free', company='', codes=['contact-is-prospect'], note='no-org')
        elif m == 1:
            w.contact('prospect', interest=True, codes=['contact-is-prospect'], note='org-not-on-file')
        else:
            p = w.contact('prospect', interest=True, org=w.org('prospect'), codes=['contact-is-prospect'], note='prospect-org')
            if i % 2:
                w.nosale(p, ('planned',))
    for i in range(28):
        p = w.funnel('prospect', 'qualified', life='opportunity' if i % 9 == 8 else 'sql', codes=['lead-unqualified'], org=w.org('prospect') if not sf and i % 2 else None, note='nothing-but-interest', interest=i % 4 != 3 or True)
        if i % 2:
            w.nosale(p)
        if i % 6 == 1:
            p.desc = (p.desc + ' ' + w.pick('nobudget')).strip()
    for i in range(30):
        m = i % 6
        o = None
        if m == 5 or (not sf and m % 2):
            o = w.org('prospect')
        p = w.funnel('lead', 'new', company=o.name if o else None, dom=o.domain if o else None, codes=['prospect-qualified'], life=r.choice(['lead', 'mql', 'lead']))
        if not sf and o:
            p.org = o
            o.people.append(p)
        if m == 5:
            if sf:
                d = w.deal(o, [], 'open')
                p.note = 'open-deal-in-company-name'
                if i % 2:
                    p.company = r.choice([o.base, o.base.upper(), o.name])
            else:
                w.deal(o, [p], 'open')
                p.note = 'open-deal-linked'
        else:
            how = ['meet', 'task', 'bant', 'demo', r.choice(['body', 'call', 'meet'])][m]
            w.sales(p, how)
            p.note = 'sales-' + how
            if m == 4:
                w.act('call', w.pick('noans'), p, outcome='no answer')
    for i in range(16):
        o = w.org('customer', ev=False, codes=['stage-contradicts-deal'], note='customer-no-evidence')
        if i % 4 == 1:
            w.deal(o, state='lost')
        if i % 4 == 3:
            w.deal(o, state='open')
    for i in range(12):
        o = w.org('prospect', codes=['stage-contradicts-deal'], note='prospect-with-won-deal')
        c = w.contact(org=o, life='customer', note='at-won-prospect')
        d = w.deal(o, [c], 'won')
    if not sf:
        for i in range(18):
            m = i % 3
            if m == 0:
                w.contact('prospect', life='customer', mail=r.choice(['corp', 'free']), codes=['stage-contradicts-deal'], open=['contact-is-prospect'], interest=True, note='person-customer-no-evidence')
            elif m == 1:
                p = w.contact('lead', life='customer', org=w.org('prospect'), codes=['stage-contradicts-deal'], note='person-customer-open-deal')
                w.deal(p.org if i % 2 else None, [p], 'open')
            else:
                p = w.person('funnel', 'contact', r.choice(['', 'working']), life=r.choice(['lead', 'mql', 'subscriber']), mail='free', company='', codes=['stage-contradicts-deal'], note='person-lead-won-deal')
                w.buy(p)
    for i in range(22):
        if i % 2:
            w.funnel('prospect', 'disq', temp='hot', codes=['temperature-contradicts'], note='hot-disqualified')
        elif i % 3 or not sf:
            p = w.funnel('prospect', r.choice(['working', 'nurture', 'new']), temp='hot', codes=['temperature-contradicts'], note='hot-stale', created=w.date(700, 1400), interest=False)
            w.interest(p, r.choice(['src', 'det']))
            if r.random() < 0.5:
                w.act(r.choice(['call', 'email']), w.pick('mailed'), p, date=p.created + r.randint(1, 90) * DAY)
        else:
            w.org('prospect', temp='hot', codes=['temperature-contradicts'], note='hot-stale-org', created=w.date(700, 1400))
    for i in range(22):
        o = w.org('customer', ev=False, codes=['former-customer-as-customer'], created=w.date(900, 1600))
        if i % 2:
            o.cend = w.date(200, 800)
            o.note = 'contract-ended'
            if i % 4 == 1:
                w.deal(o, state='won', close=o.cend - r.randint(300, 500) * DAY)
        elif i % 4 == 0 or sf:
            o.desc = w.pick('former_note')
            o.note = 'note-says'
            w.deal(o, state='won', close=w.date(1700, 2100))
        else:
            o.says = 'former-type'
            o.note = 'type-says'
            o.custno = 'C-%05d' % r.randint(1, 99999)
        if i % 3 != 2:
            if sf:
                w.contact(org=o, open=['former-customer-as-customer'], note='at-former')
            else:
                w.contact(org=o, life='customer', codes=['former-customer-as-customer'], note='person-at-former')
    for rel, notes in (('supplier', 'supplier_note'), ('partner', 'partner_note'), ('competitor', 'competitor_note')):
        for i in range(20):
            st = r.choice(['new', 'working', 'nurture'])
            C = [rel + '-as-lead']
            if i % 2:
                o = w.org(rel)
                opn = [] if sf else ['contact-without-organization']
                k = i % 6
                if not sf and k == 1:
                    w.funnel('contact', st, org=o, codes=C, note='linked')
                elif k == 3:
                    w.funnel('contact', st, company=o.base, mail='free', codes=C, note='name')
                else:
                    w.funnel('contact', st, company=o.name, dom=o.domain, codes=C, open=opn, note='domain')
            else:
                p = w.funnel('contact', st, codes=C, interest=False, note='own-note')
                w.interest(p, r.choice(['src', 'camp' if sf else 'form']))
                if sf or i % 4:
                    p.desc = w.noise(w.pick(notes)).strip()
                else:
                    w.act('note', '', p, body=w.pick(notes))
    for i in range(20):
        w.funnel('contact', r.choice(['new', 'working', 'nurture']), company=r.choice([w.ownname, '', w.ownname.split()[0]]) or (w.ownname if sf else ''), dom=w.own if i % 4 else r.choice(['mx', 'hr', 'lab', 'uk']) + '.' + w.own, codes=['employee-as-lead'], note='own-domain' if i % 4 else 'own-subdomain')
    for i in range(24):
        if i % 6 == 5:
            w.org('prospect', name=b['testorg'][(i // 6 + w.n * 2) % 6], domain='', industry='', emp='', tax='', codes=['test-record'], cls='', note='org')
            continue
        f, l = b['tests'][(i + 9 * w.n) % len(b['tests'])]
        em = b['testmail'][i % 10]
        if i % 5 == 0:
            em = plain(f + l) + r.choice(['', '1', '99']) + '@' + w.pick('free')
        em = em.replace('@', '%d@' % i) if em in w.used else em
        w.used.add(em)
        if i % 2:
            p = w.funnel('', 'new', first=f, last=l, company=r.choice(b['testco']), email=em, codes=['test-record'], note='funnel', interest=False)
        else:
            p = w.contact('', first=f, last=l, company='', email=em, codes=['test-record'], note='contact')
        p.title = ''
        p.addr = None
        p.mobile = '' if i % 2 else r.choice(['', '000000000', '123456789'])
        p.phone = ''
    for i in range(22):
        a, l = w.pname()
        c, l2 = w.pname()
        t = r.choice(b['twos']).format(a=a, b=c)
        f, ln = [(t, l), ('', f"{a} {l} {b['and_']} {c} {l2}"), (a, f"{l.split()[0]} {b['and_']} {c} {l2.split()[0]}"), (t, l)][i % 4]
        if i in (8, 13):
            f, ln = (r.choice(b['couples']), l.split()[0])
        if i in (10, 15):
            f, ln = (f'{a} {l.split()[0]}', f"{r.choice([';', '/', b['and_']])} {c} {l2.split()[0]}")
        if i % 2:
            w.funnel('prospect', r.choice(['new', 'working']), first=f, last=ln, codes=['two-people-in-one-row'], note='funnel')
        else:
            w.contact(first=f, last=ln, org=cust[100 + i], life='customer', codes=['two-people-in-one-row'], note='contact')
    for i in range(20):
        o = w.org('customer')
        m = i % 4
        dup = w.org('prospect', codes=['organization-in-two-classes'], note=['same-domain', 'name-phone', 'name-address', 'name-tax'][m], domain=o.domain if m == 0 else '', tax='', ev=False)
        dup.base = o.base
        dup.name = o.base if m else r.choice([o.base.upper(), o.base, o.base + (' HQ' if w.lang == 'en' else ' Central')])
        if m == 1:
            dup.phone = re.sub('[ -]', '', o.phone)
        if m == 2:
            dup.addr = o.addr
        if m == 3:
            o.tax = o.tax or w.taxid()
            dup.tax = o.tax
    for i in range(8):
        o = cust[120 + i]
        em = '' if i % 2 else r.choice(['rg', 'klm', 'd.t']) + '@' + o.domain
        opn = ['lead-is-customer'] + (['contact-without-organization'] if not sf else [])
        if any((d.state == 'open' for d in o.deals)):
            opn.append('prospect-qualified')
        p = w.funnel('organization', 'working', first='', last=o.name, company=o.name, email=em, codes=['organization-in-two-classes', 'organization-as-person'], open=opn, note='funnel-row-is-customer')
        p.title = ''
        p.phone = p.phone or o.phone

    def H(n, kind, fn):
        for i in range(n):
            fn(i, kind)

    def custrow(kind, **k):
        return w.org('customer', hn=kind, **k)

    def sole(i, kind):
        f, l = w.pname()
        o = w.org('customer', hn=kind, name=f'{f} {l}', domain='', industry='', emp='', tax='')
        o.base = o.name
        o.tax = w.taxid()
    H(7, 'sole-trader-tax-number', sole)

    def soleweb(i, kind):
        f, l = w.pname()
        o = w.org(r.choice(['customer', 'partner']), hn=kind, name=f'{f} {l}', domain=plain(f + l.split()[0]) + r.choice(b['tlds']))
        o.base = o.name
    H(6, 'person-named-firm-with-website', soleweb)

    def fam(i, kind):
        f, l = w.pname()
        nm = b['family'][(i + 2 * w.n) % len(b['family'])].format(f=f, l=l.split()[0])
        o = w.org('customer', hn=kind, name=nm, domain='', industry='', emp='', tax='')
        o.base = nm
    H(6, 'family-firm', fam)

    def testfirm(i, kind):
        o = w.org('customer', hn=kind, name=b['testfirms'][i])
        o.base = o.name
    H(5, 'test-in-real-firm-name', testfirm)

    def odd(key):

        def go(i, kind):
            f, l = b[key][i % len(b[key])]
            ff, ll = w.pname()
            f, l = (f.format(f=ff, l=ll), l.format(f=ff, l=ll))
            if i % 2:
                w.funnel('prospect', hn=kind, first=f, last=l, status=r.choice(['new', 'working']))
            else:
                w.contact(hn=kind, first=f, last=l, org=cust[i], life='customer')
        return go
    H(8, 'name-like-place-or-firm', odd('odd'))
    H(8, 'compound-surname', odd('ramon'))
    H(6, 'name-with-test-in-it', odd('testish'))

    def freec(i, kind):
        p = w.contact(hn=kind, mail='free', company='', life='customer')
        w.buy(p)
    H(8, 'free-mail-buyer', freec)

    def freefunnel(i, kind):
        w.funnel('prospect', hn=kind, mail='free', company='')
    H(4, 'free-mail-prospect', freefunnel)

    def fammail(i, kind):
        f, l = w.pname()
        f2, _ = w.pname()
        d = w.pick('free')
        e = 'familia' + plain(l.split()[0]) if w.lang == 'es' else 'the' + plain(l.split()[0]) + 's'
        e = f'{e}{i}@{d}'
        c = w.contact(hn=kind, first=f, last=l, email=e, company='', life='customer')
        w.buy(c)
        w.funnel('prospect', hn=kind, first=f2, last=l, email=e if sf else e.replace('@', '+2@'), company='' if not sf else f'{l}')
    H(4, 'family-mailbox', fammail)
    if sf:

        def conv(i, kind):
            o = cust[60 + i]
            c = w.contact(org=o, life='customer', note='from-lead')
            d = w.deal(o, [c], 'won')
            p = w.funnel('contact', 'converted', hn=kind, first=c.first, last=c.last, email=c.email, company=o.name, mobile=c.mobile)
            p.conv = O(flag=True, acc=o, con=c, opp=d if i % 3 else None, date=max(p.created, d.created))
            p.created = min(p.created, p.conv.date)
        H(12, 'properly-converted', conv)
    else:

        def conn(i, kind):
            p = w.contact(org=cust[30 + i], life='customer', status='connected', hn=kind)
            p.pdeals.append(w.deal(p.org, [p], 'won'))
        H(6, 'customer-status-connected', conn)

        def coll(i, kind):
            w.contact(org=cust[70 + i], life='customer', hn=kind, interest=True)
        H(6, 'customers-colleague', coll)

        def noshow(i, kind):
            p = w.funnel('prospect', 'new', hn=kind)
            w.act('meeting', 'Demo', p, done=True, status=r.choice(['NO_SHOW', 'CANCELED']))
        H(6, 'demo-no-show', noshow)

    def ispy(key):

        def go(i, kind):
            d, nm = b[key][i % 2]
            o = next((x for x in w.orgs if x.domain == d), None)
            if not o:
                o = w.org('customer', name=nm, domain=d)
                o.base = nm
            w.funnel('prospect', hn=kind, dom=d, status=r.choice(['new', 'working']))
        return go
    H(6, 'internet-provider-mail', ispy('isp'))
    H(6, 'shared-or-college-mail', ispy('shared'))

    def planned(i, kind):
        p = w.funnel('prospect', 'new', hn=kind)
        w.nosale(p, ('planned',))
    H(8, 'planned-only', planned)

    def unans(i, kind):
        p = w.funnel('prospect', 'new', hn=kind)
        w.nosale(p, ('noans',))
        w.nosale(p, ('noans',))
    H(6, 'calls-not-answered', unans)

    def mails(i, kind):
        p = w.funnel('prospect', 'new', hn=kind)
        w.nosale(p, ('mailed',))
    H(5, 'mails-only', mails)

    def sub(i, kind):
        o = cust[130 + i]
        tld = '.mx' if w.lang == 'es' else '.ca'
        c2 = [x for x in b['cities'] if x[3] != o.addr[4]]
        c = r.choice(c2)
        a = w.address()
        s = w.org('prospect', hn=kind, name=o.base + (' México S.A. de C.V.' if w.lang == 'es' else ' Canada Inc.'), domain=o.domain.split('.')[0] + '-' + ('mx' if w.lang == 'es' else 'ca') + tld, parent=o, addr=(a[0], 'Monterrey', 'Nuevo León', '64000', 'México') if w.lang == 'es' else (a[0], 'Calgary', 'AB', 'T2P 1J9', 'Canada'))
        s.base = o.base + (' México' if w.lang == 'es' else ' Canada')
        if s.addr[4] == o.addr[4]:
            o.addr = w.address()[:1] + (('Elche', 'Alicante', '03201', 'España') if w.lang == 'es' else ('Ipswich', 'Suffolk', 'IP1 3BE', 'United Kingdom'))
        w.funnel('prospect', 'working', org=None if sf else s, company=s.name, dom=s.domain, hn=kind)
    H(5, 'subsidiary-abroad', sub)

    def samename(i, kind):
        f, l = w.pname()
        w.contact(hn='', first=f, last=l, org=cust[80 + i], life='customer')
        w.funnel('prospect', hn=kind, first=f, last=l)
    H(5, 'namesake', samename)

    def switchb(i, kind):
        o = cust[85 + i]
        o.phone = o.phone
        c = w.contact(org=o, life='customer', phone=o.phone)
        w.contact(org=o, life='customer', phone=o.phone, hn=kind)
    H(3, 'same-switchboard', switchb)

    def mobshare(i, kind):
        c = w.contact(org=cust[88 + i], life='customer', mobile=w.num(True))
        w.funnel('prospect', hn=kind, mobile=c.mobile)
    H(4, 'same-mobile-other-surname', mobshare)

    def formerok(i, kind):
        o = w.org('former', hn=kind, desc=w.pick('former_note'))
        w.deal(o, state='won', close=w.date(1700, 2100))
        w.contact(org=o)
    H(5, 'former-and-says-so', formerok)

    def lapsed(i, kind):
        o = custrow(kind, ev=False, created=w.date(900, 1500))
        m = i % 3
        o.cend = w.date(200, 600) if m else w.date(60, 170)
        o.note = ['lapsed-recently', 'renewal-open', 'won-since'][m]
        if m == 1:
            w.deal(o, state='open')
        if m == 2:
            w.deal(o, state='won', close=w.asof - r.randint(5, 60) * DAY)
    H(9, 'contract-lapsed-but', lapsed)

    def hotok(i, kind):
        p = w.funnel('prospect', r.choice(['working', 'nurture']), temp='hot', hn=kind, created=w.date(700, 1200), interest=False)
        if sf:
            c = r.choice(w.camps)
            w.members.append(O(camp=c, p=p, status=c.resp, yes=True, date=w.date(5, 200)))
        else:
            w.interest(p, 'form')
            w.act('task', w.pick('misc'), p, date=w.date(5, 200))
    H(6, 'hot-old-but-active', hotok)

    def quiet(i, kind):
        w.contact(org=cust[92 + i], life='customer', interest=True, hn=kind)
    H(6, 'customer-contact-with-interest', quiet)

    def inttask(i, kind):
        p = w.contact(org=w.org('prospect'), interest=True, hn=kind)
        w.act('task', w.pick('misc'), p)
    H(6, 'interest-and-completed-task', inttask)

    def psales(i, kind):
        o = w.org(r.choice(['partner', 'supplier']))
        p = w.funnel('lead/contact', 'qualified', org=None if sf else o, company=o.name, dom=o.domain, hn=kind, life='sql')
        w.sales(p, 'meet')
    H(6, 'partner-who-buys', psales)

    def custno(i, kind):
        o = custrow(kind, ev=False)
        w.custev(o, ['custno', 'invoice', 'cend'][i % 3])
    H(6, 'customer-without-deal', custno)

    def simil(i, kind):
        o = cust[100 + i]
        stem = [s for s in b['stems'] if s in o.base]
        co = (stem[0] if stem else o.base) + (' Estates Ltd' if w.lang == 'en' else ' Inmobiliaria SL')
        w.funnel('prospect', company=co, dom=plain(co)[:16] + '.example', hn=kind)
    H(5, 'similar-company-name', simil)

    def near(i, kind):
        p = w.funnel('prospect', r.choice(['new', 'working']), hn=kind, interest=False)
        w.interest(p, 'src')
        p.desc = b['near_notes'][i % len(b['near_notes'])]
    H(9, 'note-mentions-competitor-or-partner', near)

    def likeown(i, kind):
        w.funnel('prospect', dom=[w.own.split('.')[0] + '-labs.example', 'my' + w.own, w.own.split('.')[0] + '.net'][i % 3], hn=kind)
    H(5, 'domain-like-our-own', likeown)

    def empcon(i, kind):
        p = w.contact(hn=kind, dom=w.own, company=w.ownname, life='other')
        w.act('task', w.pick('misc'), p)
    H(4, 'employee-in-contact-box', empcon)

    def lost(i, kind):
        p = w.contact(hn=kind, org=w.org('prospect'), interest=True)
        w.deal(p.org, [p], 'lost')
    H(6, 'contact-with-lost-deal', lost)

    def rolehuman(i, kind):
        base, ind, slug = w.cname()
        w.funnel('prospect', hn=kind, company=base, email=r.choice(b['roles'])[0] + '@' + slug + r.choice(b['tlds']))
    H(6, 'role-address-human-name', rolehuman)

    def nobud(i, kind):
        p = w.funnel('prospect', 'new', hn=kind, interest=False)
        w.interest(p, 'src')
        p.desc = b['nobudget'][i % len(b['nobudget'])]
    H(6, 'note-without-budget', nobud)

    def twin(i, kind):
        o = cust[110 + i]
        t = w.org('prospect', hn=kind, name=o.base, tax='')
        t.base = o.base
    H(4, 'namesake-company', twin)

    def smalltalk(i, kind):
        p = w.funnel('prospect', 'new', hn=kind)
        t, x = r.choice(b['bodymisc'])
        w.act('meeting', t, p, body=x)
    H(4, 'meeting-without-sales-content', smalltalk)
    for o in cust:
        for _ in range(r.choice([1, 1, 2, 2, 3, 4] if sf else [1, 2, 2, 3, 4, 5])):
            c = w.contact(org=o, life=r.choice(['customer'] * 6 + ['evangelist']), mail='corp' if r.random() < 0.92 else 'free', interest=r.random() < 0.15)
            if r.random() < 0.3:
                w.act(r.choice(['task', 'meeting']), w.pick('service'), c, org=o)
            if r.random() < 0.2:
                w.deal(o, [c], 'won')
            elif r.random() < 0.04:
                w.deal(o, [c], 'lost')
    for rel in ['partner'] * 28 + ['supplier'] * 26 + ['competitor'] * 10 + ['former'] * 18 + ['other'] * 12:
        o = w.org(rel)
        for _ in range(r.choice([1, 1, 2])):
            if rel == 'competitor':
                continue
            c = w.contact(org=o)
            if rel == 'partner' and r.random() < 0.4:
                w.act('meeting', w.pick('partnermeet'), c)
            elif rel == 'other':
                w.act('task', w.pick('misc'), c)
    for i in range(70 if sf else 80):
        o = w.org('prospect')
        x = r.random()
        if sf:
            c = w.contact(org=o, interest=r.random() < 0.4)
            w.act('task', w.pick('misc'), c)
            if x < 0.5:
                w.deal(o, [c], 'open')
            elif x < 0.65:
                w.deal(o, [c], 'lost')
        elif x < 0.45:
            c = w.funnel('lead', 'qualified', org=o, life=r.choice(['opportunity', 'sql']), interest=r.random() < 0.5)
            w.deal(o, [c], 'open')
            if r.random() < 0.4:
                w.sales(c, 'meet')
        else:
            w.funnel('prospect', r.choice(['new', 'working', 'nurture', '']), org=o)
    if not sf:
        for i in range(15):
            w.contact(org=cust[i * 3 + 1], life='', note='empty-lifecycle')
    for i in range(45):
        c = w.contact(mail='free', company='', life='customer')
        w.buy(c)
    target = 2230 + 60 * w.n
    k = 0
    while len(w.people) + len(w.orgs) < target:
        k += 1
        x = r.random()
        if x < 0.14:
            p = w.funnel('lead', 'qualified', life=r.choice(['sql', 'sql', 'opportunity']), interest=r.random() < 0.6, company=None)
            w.sales(p)
            if r.random() < 0.3:
                w.nosale(p)
            if r.random() < 0.3:
                p.temp = 'hot'
                p.created = w.date(20, 300)
        elif x < 0.2 and sf:
            o = w.wins() if x < 0.17 else w.org('prospect')
            c = w.contact(org=o, life='customer')
            d = w.deal(o, [c], 'open' if o.rel == 'prospect' else 'won')
            p = w.funnel('contact', 'converted', first=c.first, last=c.last, email=c.email, company=o.name)
            p.conv = O(flag=True, acc=o, con=c, opp=d, date=d.created)
            p.created = min(p.created, d.created)
            if o.rel == 'prospect':
                w.act('task', w.pick('misc'), c)
        else:
            p = w.funnel('prospect', r.choice(['new', 'working', 'working', 'nurture', 'disq', 'new'] + ([''] if not sf else [])), mail='corp' if r.random() < 0.78 else 'free', company=None if r.random() < 0.9 or sf else '')
            if r.random() < 0.4:
                w.nosale(p)
            if r.random() < 0.12:
                w.interest(p)
            y = r.random()
            if y < 0.1:
                p.temp = 'cold'
            elif y < 0.25:
                p.temp = 'warm'
            elif y < 0.32 and p.status != 'disq':
                p.temp = 'hot'
                p.created = w.date(10, 300)
            if sf and r.random() < 0.15:
                w.members.append(O(camp=r.choice(w.camps), p=p, status=None, yes=False, date=None))
    for o in w.orgs:
        if not o.codes and (not o.desc) and (r.random() < 0.12):
            o.desc = w.pick('orgnotes')
        if not o.codes and (not o.hn) and sf and (r.random() < 0.2) and (o in cust):
            o.temp = r.choice(['hot', 'warm', 'cold'])
            if o.temp == 'hot':
                w.act('task', w.pick('service'), None, org=o, date=w.date(5, 200))
    for p in w.people:
        if not p.desc and r.random() < 0.12 and ('test-record' not in p.codes):
            p.desc = w.noise(w.pick('smallnotes')).strip()
        if p.codes or p.hn:
            continue
        x = r.random()
        if x < 0.02:
            p.last = p.last.upper()
        elif x < 0.04:
            p.email = p.email.capitalize()
        elif x < 0.05:
            p.first = p.first + ' '
        elif x < 0.06:
            p.first = p.first.lower()

def iso(w, d, h=None):
    return f'{d}T{(w.r.randint(14, 18) if h else w.r.randint(7, 13)):02d}:{w.r.randint(0, 59):02d}:{w.r.randint(0, 59):02d}.000Z'

def hsd(w, d, h=None):
    return f'{d} {(w.r.randint(14, 18) if h else w.r.randint(7, 13)):02d}:{w.r.randint(0, 59):02d}'

def finish(w):
    """last activity from completed acts, modified between that and as-of; consistent created."""
    for d in w.deals:
        for x in d.people + ([d.org] if d.org else []):
            x.created = min(x.created, d.created)
    for a in w.acts:
        if a.done:
            for x in (a.who, a.org):
                if x is not None:
                    x.last_act = max(getattr(x, 'last_act', None) or a.date, a.date)
                    x.created = min(x.created, a.date)
    for m in w.members:
        if m.yes:
            m.p.created = min(m.p.created, m.date)
    for x in w.orgs + w.people:
        if not hasattr(x, 'last_act'):
            x.last_act = None
        lo = max(x.created, x.last_act or x.created)
        x.modified = lo + w.r.randint(0, max(0, (w.asof - lo).days)) * DAY
    for x in w.r.sample(w.orgs + w.people, 12):
        x.modified = w.asof

def declared(w, x):
    if x.kind == 'org':
        return 'organization'
    if w.v == 'sf':
        if x.box == 'contact':
            return 'contact'
        return {'qualified': 'lead', 'converted': 'contact'}.get(x.status, 'prospect')
    return {'customer': 'contact', 'evangelist': 'contact', 'other': 'contact', '': 'contact', 'sql': 'lead', 'opportunity': 'lead'}.get(x.life, 'prospect')

def write(path, name, head, rows):
    with open(f'{path}/{name}', 'w', newline='', encoding='utf-8') as f:
        c = csv.writer(f, quoting=csv.QUOTE_ALL if 'sf' in path else csv.QUOTE_MINIMAL)
        c.writerow(head)
        c.writerows(rows)
SF = {('en', 1): dict(status=dict(new=['New'], working=['Working'], nurture=['Nurturing'], qualified=['Qualified'], disq=['Unqualified'], converted=['Converted']), type=dict(customer=['Customer'], prospect=['Prospect'], partner=['Partner'], supplier=['Supplier'], competitor=['Competitor'], former=['Former Customer'], other=['Other']), cols=('Customer_No__c', 'Last_Invoice_Date__c', 'Contract_End_Date__c', 'VAT_Number__c', 'Interest_Detail__c'), temp=dict(hot='Hot', warm='Warm', cold='Cold')), ('en', 2): dict(status=dict(new=['Open - Not Contacted'], working=['Working - Contacted'], nurture=['Nurture'], qualified=['Sales Qualified', 'SQL'], disq=['Closed - Not Converted'], converted=['Closed - Converted']), type=dict(customer=['Customer - Direct', 'Customer - Channel'], prospect=['Prospect'], partner=['Channel Partner / Reseller', 'Technology Partner', 'Installation Partner'], supplier=['Vendor'], competitor=['Competitor'], former=['Ex-customer'], other=['Other']), cols=('Client_Code__c', 'Most_Recent_Invoice__c', 'Agreement_Expires__c', 'Tax_ID__c', 'What_They_Asked__c'), temp=dict(hot='Hot', warm='Warm', cold='Cold')), ('es', 1): dict(status=dict(new=['Nuevo'], working=['Contactado', 'En curso'], nurture=['En seguimiento'], qualified=['Cualificado'], disq=['Descartado'], converted=['Convertido']), type=dict(customer=['Cliente'], prospect=['Cliente potencial'], partner=['Partner'], supplier=['Proveedor'], competitor=['Competencia'], former=['Antiguo cliente'], other=['Otro']), cols=('Num_Cliente__c', 'Fecha_Ultima_Factura__c', 'Fin_Contrato__c', 'CIF__c', 'Detalle_Interes__c'), temp=dict(hot='Caliente', warm='Templado', cold='Frío')), ('es', 2): dict(status=dict(new=['Nuevo - sin contactar', 'Nuevo'], working=['Contactado'], nurture=['Nutrición'], qualified=['Calificado'], disq=['No calificado', 'Descartado'], converted=['Cerrado - Convertido']), type=dict(customer=['Cliente'], prospect=['Prospecto'], partner=['Socio comercial', 'Distribuidor'], supplier=['Proveedor'], competitor=['Competidor'], former=['Ex cliente'], other=['Otro']), cols=('Clave_de_Cliente__c', 'Ultima_Factura__c', 'Vence_Contrato__c', 'RFC__c', 'Que_Solicito__c'), temp=dict(hot='Caliente', warm='Tibio', cold='Frío'))}
STAGES = {('en', 'open'): ['Qualification', 'Proposal/Price Quote', 'Negotiation/Review', 'Needs Analysis'], ('en', 'won'): ['Closed Won'], ('en', 'lost'): ['Closed Lost'], ('es', 'open'): ['Calificación', 'Propuesta', 'Negociación', 'Oferta enviada'], ('es', 'won'): ['Cerrada ganada'], ('es', 'lost'): ['Cerrada perdida']}
AB = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

def sfid(prefix, n, inst='5f'):
    body = prefix + inst + '0000' + '%06d' % n
    body = (body + '0' * 15)[:15]
    suf = ''.join((AB[sum((1 << j for j in range(5) if body[i * 5 + j].isupper()))] for i in range(3)))
    return body + suf

def write_sf(w, path):
    c = SF[w.lang, w.n]
    r = w.r
    cn, inv, cend, tax, det = c['cols']
    for i, u in enumerate(w.users):
        u.id = sfid('005', i + 1)
    r.shuffle(w.orgs)
    leads = [p for p in w.people if p.box == 'funnel']
    cons = [p for p in w.people if p.box == 'contact']
    r.shuffle(leads)
    r.shuffle(cons)
    for i, o in enumerate(w.orgs):
        o.id, o.row, o.file = (sfid('001', i + 1), i + 2, 'Account.csv')
    for i, p in enumerate(cons):
        p.id, p.row, p.file = (sfid('003', i + 1), i + 2, 'Contact.csv')
    for i, p in enumerate(leads):
        p.id, p.row, p.file = (sfid('00Q', i + 1), i + 2, 'Lead.csv')
    for i, d in enumerate(w.deals):
        d.id = sfid('006', i + 1)
    own = lambda: r.choice(w.users).id
    D_ = lambda d: str(d) if d else ''
    web = lambda o: '' if not o.domain else r.choice(['www.', 'https://www.', 'http://', 'https://', '']) + o.domain + r.choice(['', '/', ''])
    write(path, 'User.csv', ['Id', 'Username', 'Email', 'FirstName', 'LastName', 'IsActive', 'UserType', 'CompanyName', 'CreatedDate'], [[u.id, u.email, u.email, u.first, u.last, 'true', 'Standard', w.ownname, iso(w, w.asof - 1700 * DAY)] for u in w.users])
    write(path, 'Account.csv', ['Id', 'Name', 'ParentId', 'Type', 'Industry', 'Rating', 'NumberOfEmployees', 'Phone', 'Website', 'BillingStreet', 'BillingCity', 'BillingState', 'BillingPostalCode', 'BillingCountry', cn, inv, cend, tax, 'Description', 'OwnerId', 'CreatedDate', 'LastModifiedDate', 'LastActivityDate', 'IsDeleted'], [[o.id, o.name, o.parent.id if o.parent else '', r.choice(c['type'][o.rel]), o.industry, c['temp'].get(o.temp, ''), o.emp, o.phone, web(o), *o.addr, o.custno, D_(o.invoice), D_(o.cend), o.tax, o.desc, own(), iso(w, o.created), iso(w, o.modified, 1), D_(o.last_act), 'false'] for o in w.orgs])
    adr = lambda p: list(p.addr) if p.addr else [''] * 5
    write(path, 'Contact.csv', ['Id', 'AccountId', 'FirstName', 'LastName', 'Title', 'Email', 'Phone', 'MobilePhone', 'MailingStreet', 'MailingCity', 'MailingState', 'MailingPostalCode', 'MailingCountry', 'LeadSource', det, 'Description', 'HasOptedOutOfEmail', 'OwnerId', 'CreatedDate', 'LastModifiedDate', 'LastActivityDate', 'IsDeleted'], [[p.id, p.org.id if p.org else '', p.first, p.last, p.title, p.email, p.phone, p.mobile, *adr(p), p.source, p.detail, p.desc, r.choice(['false'] * 9 + ['true']), own(), iso(w, p.created), iso(w, p.modified, 1), D_(p.last_act), 'false'] for p in cons])
    rows = []
    for p in leads:
        v = p.conv
        rows.append([p.id, p.first, p.last, p.title, p.company or (p.first + ' ' + p.last).strip(), r.choice(c['status'][p.status]), p.source, c['temp'].get(p.temp, ''), p.email, p.phone, p.mobile, *adr(p), p.detail, p.desc, 'false', own(), 'true' if v and v.flag else 'false', D_(v.date) if v else '', v.acc.id if v and v.acc else '', v.con.id if v and v.con else '', v.opp.id if v and v.opp else '', iso(w, p.created), iso(w, p.modified, 1), D_(p.last_act), 'false'])
    write(path, 'Lead.csv', ['Id', 'FirstName', 'LastName', 'Title', 'Company', 'Status', 'LeadSource', 'Rating', 'Email', 'Phone', 'MobilePhone', 'Street', 'City', 'State', 'PostalCode', 'Country', det, 'Description', 'HasOptedOutOfEmail', 'OwnerId', 'IsConverted', 'ConvertedDate', 'ConvertedAccountId', 'ConvertedContactId', 'ConvertedOpportunityId', 'CreatedDate', 'LastModifiedDate', 'LastActivityDate', 'IsDeleted'], rows)
    write(path, 'Opportunity.csv', ['Id', 'Name', 'AccountId', 'StageName', 'Amount', 'Probability', 'CloseDate', 'IsClosed', 'IsWon', 'Type', 'OwnerId', 'CreatedDate', 'LastModifiedDate'], [[d.id, d.name, d.org.id if d.org else '', r.choice(STAGES[w.lang, d.state]), d.amount, {'open': r.choice([20, 50, 75]), 'won': 100, 'lost': 0}[d.state], d.close, 'false' if d.state == 'open' else 'true', 'true' if d.state == 'won' else 'false', '', own(), iso(w, d.created), iso(w, min(w.asof, max(d.created, d.close if d.state != 'open' else d.created)), 1)] for d in w.deals])
    ocr = [(d, p) for d in w.deals for p in d.people if p.box == 'contact']
    write(path, 'OpportunityContactRole.csv', ['Id', 'OpportunityId', 'ContactId', 'Role', 'IsPrimary', 'CreatedDate'], [[sfid('00K', i + 1), d.id, p.id, r.choice(['Decision Maker', 'Business User', ''] if w.lang == 'en' else ['Decisor', 'Usuario', '']), 'true', iso(w, d.created)] for i, (d, p) in enumerate(ocr)])
    sub = {'task': 'Task', 'call': 'Call', 'email': 'Email'}
    trows, erows = ([], [])
    done, todo = ('Completed', ['Not Started', 'In Progress']) if w.lang == 'en' or w.n == 1 else ('Completada', ['No iniciada', 'En curso'])
    for a in w.acts:
        who = a.who.id if a.who else ''
        what = a.org.id if a.org and (not a.who or a.who.box == 'contact') else ''
        cr = a.date if a.done else w.asof - r.randint(0, 15) * DAY
        if a.who:
            cr = max(cr, a.who.created)
        if a.kind == 'meeting':
            erows.append([sfid('00U', len(erows) + 1), a.subject, iso(w, a.date), '', a.date, r.choice([30, 45, 60]), who, what, 'Meeting' if w.lang == 'en' else 'Reunión', a.body, own(), *[iso(w, min(cr, w.asof))] * 2])
        else:
            trows.append([sfid('00T', len(trows) + 1), a.subject, a.date, done if a.done else r.choice(todo), 'true' if a.done else 'false', iso(w, a.date) if a.done else '', 'Normal', who, what, sub[a.kind], ('Inbound' if a.inbound else 'Outbound') if a.kind == 'call' else '', ('No answer' if w.lang == 'en' else 'Sin respuesta') if a.outcome == 'no answer' else '', a.body, own(), *[iso(w, min(cr, w.asof))] * 2])
    write(path, 'Task.csv', ['Id', 'Subject', 'ActivityDate', 'Status', 'IsClosed', 'CompletedDateTime', 'Priority', 'WhoId', 'WhatId', 'TaskSubtype', 'CallType', 'CallDisposition', 'Description', 'OwnerId', 'CreatedDate', 'LastModifiedDate'], trows)
    write(path, 'Event.csv', ['Id', 'Subject', 'StartDateTime', 'EndDateTime', 'ActivityDate', 'DurationInMinutes', 'WhoId', 'WhatId', 'Type', 'Description', 'OwnerId', 'CreatedDate', 'LastModifiedDate'], erows)
    for i, x in enumerate(w.camps):
        x.id = sfid('701', i + 1)
    write(path, 'Campaign.csv', ['Id', 'Name', 'Type', 'Status', 'IsActive', 'StartDate', 'OwnerId', 'CreatedDate'], [[x.id, x.name, x.type, 'Completed' if w.lang == 'en' else 'Completada', 'true', x.start, own(), iso(w, x.start - 20 * DAY)] for x in w.camps])
    write(path, 'CampaignMember.csv', ['Id', 'CampaignId', 'LeadId', 'ContactId', 'Status', 'HasResponded', 'FirstRespondedDate', 'CreatedDate'], [[sfid('00v', i + 1), m.camp.id, m.p.id if m.p.box == 'funnel' else '', m.p.id if m.p.box == 'contact' else '', m.status or ('Sent' if w.lang == 'en' else 'Enviado'), 'true' if m.yes else 'false', D_(m.date), iso(w, m.date or max(m.p.created, w.asof - 40 * DAY))] for i, m in enumerate(w.members)])
LIFE = {'int': dict(subscriber='subscriber', lead='lead', mql='marketingqualifiedlead', sql='salesqualifiedlead', opportunity='opportunity', customer='customer', evangelist='evangelist', other='other'), 'en': dict(subscriber='Subscriber', lead='Lead', mql='Marketing Qualified Lead', sql='Sales Qualified Lead', opportunity='Opportunity', customer='Customer', evangelist='Evangelist', other='Other'), 'es': dict(subscriber='Suscriptor', lead='Lead', mql='Lead calificado por marketing', sql='Lead calificado por ventas', opportunity='Oportunidad', customer='Cliente', evangelist='Evangelista', other='Otro')}
LS = {('en', 1): dict(new='New', attempted='Attempted to Contact', connected='Connected', working='In Progress', nurture='Bad Timing', disq='Unqualified'), ('en', 2): dict(new='NEW', attempted='ATTEMPTED_TO_CONTACT', connected='CONNECTED', working='IN_PROGRESS', nurture='BAD_TIMING', disq='UNQUALIFIED'), ('es', 1): dict(new='Nuevo', attempted='Intento de contacto', connected='Contactado', working='En curso', nurture='Mal momento', disq='Descartado'), ('es', 2): dict(new='Nuevo', attempted='Intentado contactar', connected='Conectado', working='En progreso', nurture='Retomar después', disq='No calificado')}
HTYPE = {('en', 1): dict(customer='', prospect='Prospect', partner='Partner', supplier='Vendor', competitor='Competitor', former='Former customer', other='Other'), ('en', 2): dict(customer='', prospect='PROSPECT', partner='RESELLER', supplier='VENDOR', competitor='COMPETITOR', former='FORMER_CUSTOMER', other='OTHER'), ('es', 1): dict(customer='Cliente', prospect='Cliente potencial', partner='Partner', supplier='Proveedor', competitor='Competencia', former='Antiguo cliente', other='Otro'), ('es', 2): dict(customer='', prospect='Prospecto', partner='Distribuidor', supplier='Proveedor', competitor='Competidor', former='Ex cliente', other='Otro')}
HCOL = {('en', 1): ('Customer ID', 'Last invoice date', 'Contract end date', 'VAT number', 'What they wanted', 'Lead temperature'), ('en', 2): ('customer_number', 'last_invoice_date', 'contract_expiry', 'tax_id', 'interest_detail', 'lead_temperature'), ('es', 1): ('Nº de cliente', 'Fecha última factura', 'Fecha fin de contrato', 'CIF', 'Detalle del interés', 'Temperatura'), ('es', 2): ('codigo_cliente', 'fecha_ultima_factura', 'vencimiento_contrato', 'rfc', 'motivo_interes', 'temperatura_lead')}
HTEMP = {'en': dict(hot='Hot', warm='Warm', cold='Cold'), 'es': dict(hot='Caliente', warm='Tibio', cold='Frío')}
HSTAGE = {('en', 1): dict(open=['Appointment Scheduled', 'Contract Sent', 'Qualified To Buy'], won='Closed Won', lost='Closed Lost'), ('en', 2): dict(open=['qualifiedtobuy', 'presentationscheduled', 'contractsent'], won='closedwon', lost='closedlost'), ('es', 1): dict(open=['Presentación agendada', 'Contrato enviado', 'Propuesta'], won='Cierre ganado', lost='Cierre perdido'), ('es', 2): dict(open=['qualifiedtobuy', 'presentationscheduled', 'contractsent'], won='closedwon', lost='closedlost')}

def write_hs(w, path):
    r = w.r
    key = (w.lang, w.n)
    ui = w.n == 1
    life = dict(LIFE[w.lang if ui else 'int'])
    life[''] = ''
    ls = LS[key]
    ty = HTYPE[key]
    cc = HCOL[key]
    T = HTEMP[w.lang]
    S = HSTAGE[key]
    H = lambda pairs: [a if ui else b for a, b in pairs]
    r.shuffle(w.orgs)
    r.shuffle(w.people)
    for i, o in enumerate(w.orgs):
        o.id, o.row, o.file = (9100000000 + i * 17 + r.randint(0, 9), i + 2, 'companies.csv')
    for i, p in enumerate(w.people):
        p.id, p.row, p.file = (51000000 + i * 13 + r.randint(0, 9), i + 2, 'contacts.csv')
    for i, d in enumerate(w.deals):
        d.id = 33000000 + i * 7
    own = lambda: r.choice(w.users).email
    D_ = lambda d: str(d) if d else ''
    Z = lambda d, h=None: hsd(w, d, h) if d else ''
    B = lambda x: 'true' if x else 'false'
    full = lambda p: f'{p.first} {p.last}'.strip()
    olife = lambda o: dict(customer='customer', partner='other', supplier='other', competitor='other', former='other', other='other').get(o.rel) or getattr(o, 'life', None) or ('opportunity' if any((d.state == 'open' for d in o.deals)) else r.choice(['lead', 'lead', 'mql']))
    ctype = lambda o: ty['former'] if o.says == 'former-type' else ty[o.rel]
    web = lambda o: '' if not o.domain else r.choice(['https://www.', 'http://', 'www.', '']) + o.domain
    write(path, 'companies.csv', H([('Record ID', 'hs_object_id'), ('Company name', 'name'), ('Company Domain Name', 'domain'), ('Website URL', 'website'), ('Phone Number', 'phone'), ('Street Address', 'address'), ('City', 'city'), ('State/Region', 'state'), ('Postal Code', 'zip'), ('Country/Region', 'country'), ('Industry', 'industry'), ('Type', 'type'), ('Lifecycle Stage', 'lifecyclestage'), ('Number of Employees', 'numberofemployees'), ('Parent Company', 'hs_parent_company_id')]) + list(cc[:4]) + H([('Description', 'description'), ('Company owner', 'hubspot_owner_id'), ('Create Date', 'createdate'), ('Last Modified Date', 'hs_lastmodifieddate')]), [[o.id, o.name, o.domain, web(o), o.phone, *o.addr, o.industry.upper().replace(' & ', '_AND_').replace(' ', '_'), ctype(o), life[olife(o)], o.emp, o.parent.id if o.parent else '', o.custno, D_(o.invoice), D_(o.cend), o.tax, o.desc, own(), Z(o.created), Z(o.modified, 1)] for o in w.orgs])
    src = dict(en=['Organic Search', 'Direct Traffic', 'Offline Sources', 'Social Media'], es=['Búsqueda orgánica', 'Tráfico directo', 'Fuentes offline', 'Redes sociales'])[w.lang] if ui else ['ORGANIC_SEARCH', 'DIRECT_TRAFFIC', 'OFFLINE', 'SOCIAL_MEDIA']
    rows = []
    for p in w.people:
        a = p.addr or [''] * 5
        rows.append([p.id, p.first, p.last, p.email, p.phone, p.mobile, p.title, p.company, a[0], a[1], a[2], a[3], a[4], life[p.life], ls.get(p.status, '') if p.box == 'funnel' or p.status else '', p.source, p.form, p.detail, T.get(p.temp, ''), p.desc, own(), Z(p.created), Z(p.modified, 1), Z(p.last_act), p.org.name if p.org else '', p.org.id if p.org else ''])
        if p.status == 'qualified':
            rows[-1][14] = ls[r.choice(['working', 'connected'])]
    write(path, 'contacts.csv', H([('Record ID', 'hs_object_id'), ('First Name', 'firstname'), ('Last Name', 'lastname'), ('Email', 'email'), ('Phone Number', 'phone'), ('Mobile Phone Number', 'mobilephone'), ('Job Title', 'jobtitle'), ('Company Name', 'company'), ('Street Address', 'address'), ('City', 'city'), ('State/Region', 'state'), ('Postal Code', 'zip'), ('Country/Region', 'country'), ('Lifecycle Stage', 'lifecyclestage'), ('Lead Status', 'hs_lead_status')]) + (['Lead source' if w.lang == 'en' else 'Origen del lead'] if ui else ['lead_source' if w.lang == 'en' else 'origen_lead']) + H([('Recent Conversion', 'recent_conversion_event_name')]) + list(cc[4:6]) + H([('Notes', 'message'), ('Contact owner', 'hubspot_owner_id'), ('Create Date', 'createdate'), ('Last Modified Date', 'lastmodifieddate'), ('Last Activity Date', 'notes_last_updated'), ('Associated Company', 'Associated Company'), ('Associated Company IDs', 'associatedcompanyid')]), rows)
    write(path, 'deals.csv', H([('Record ID', 'hs_object_id'), ('Deal Name', 'dealname'), ('Pipeline', 'pipeline'), ('Deal Stage', 'dealstage'), ('Amount', 'amount'), ('Close Date', 'closedate'), ('Is Closed Won', 'hs_is_closed_won'), ('Is Deal Closed?', 'hs_is_closed'), ('Deal owner', 'hubspot_owner_id'), ('Create Date', 'createdate'), ('Last Modified Date', 'hs_lastmodifieddate')]) + ['Associated Contact', 'Associated Contact IDs', 'Associated Company', 'Associated Company IDs'], [[d.id, d.name, 'Sales Pipeline' if ui else 'default', r.choice(S['open']) if d.state == 'open' else S[d.state], d.amount, Z(d.close), B(d.state == 'won'), B(d.state != 'open'), own(), Z(d.created), Z(min(w.asof, max(d.created, d.close if d.state != 'open' else d.created)), 1), ';'.join((full(p) for p in d.people)), ';'.join((str(p.id) for p in d.people)), d.org.name if d.org else '', d.org.id if d.org else ''] for d in w.deals])
    ass = lambda a: [full(a.who) if a.who else '', a.who.id if a.who else '', (a.org or (a.who.org if a.who else None) or O(name='')).name, (a.org or (a.who.org if a.who else None) or O(id='')).id]
    AH = ['Associated Contact', 'Associated Contact IDs', 'Associated Company', 'Associated Company IDs']
    oh = H([('Activity assigned to', 'hubspot_owner_id'), ('Create Date', 'hs_createdate'), ('Last Modified Date', 'hs_lastmodifieddate')])
    tr, cr, mr, nr = ([], [], [], [])
    n = 7000000
    dn = ('COMPLETED', ['NOT_STARTED', 'IN_PROGRESS']) if not ui else ('Completed', ['Not started', 'In progress']) if w.lang == 'en' else ('Completada', ['No iniciada', 'En curso'])
    for a in w.acts:
        n += 3
        made = a.date if a.done else w.asof - r.randint(0, 10) * DAY
        if a.who:
            made = min(w.asof, max(made, a.who.created))
        zm = Z(made)
        za = zm if made == a.date else Z(a.date)
        tail = [own(), zm, zm] + ass(a)
        if a.kind in ('task', 'email'):
            tr.append([n, a.subject, a.body, za, dn[0] if a.done else r.choice(dn[1]), ('EMAIL' if a.kind == 'email' else 'TODO') if not ui else 'Email' if a.kind == 'email' else 'To-do', za if a.done else ''] + tail)
        elif a.kind == 'call':
            cr.append([n, a.subject, a.body, za, 'NO_ANSWER' if a.outcome else 'COMPLETED', (('No answer' if w.lang == 'en' else 'Sin respuesta') if ui else '73a0d17f-1163-4015-bdd5-ec830791da20') if a.outcome else ('Connected' if w.lang == 'en' else 'Conectado') if ui else 'f240bbac-87c9-4f6e-bf70-924b57d47db7', ('Inbound' if a.inbound else 'Outbound') if ui else 'INBOUND' if a.inbound else 'OUTBOUND'] + tail)
        elif a.kind == 'meeting':
            st = a.status or ('COMPLETED' if a.done else 'SCHEDULED')
            if ui and w.lang == 'es':
                st = dict(COMPLETED='Completada', SCHEDULED='Programada', NO_SHOW='No se presentó', CANCELED='Cancelada')[st]
            elif ui:
                st = dict(COMPLETED='Completed', SCHEDULED='Scheduled', NO_SHOW='No show', CANCELED='Canceled')[st]
            mr.append([n, a.subject, a.body, za, za, st] + tail)
        else:
            nr.append([n, za, '<p>%s</p>' % a.body if not ui else a.body] + tail)
    write(path, 'tasks.csv', H([('Record ID', 'hs_object_id'), ('Task Title', 'hs_task_subject'), ('Notes', 'hs_task_body'), ('Due date', 'hs_timestamp'), ('Task Status', 'hs_task_status'), ('Task Type', 'hs_task_type'), ('Completed at', 'hs_task_completion_date'), ('Assigned to', 'hubspot_owner_id'), ('Create Date', 'hs_createdate'), ('Last Modified Date', 'hs_lastmodifieddate')]) + AH, tr)
    write(path, 'calls.csv', H([('Record ID', 'hs_object_id'), ('Call Title', 'hs_call_title'), ('Call notes', 'hs_call_body'), ('Activity date', 'hs_timestamp'), ('Call Status', 'hs_call_status'), ('Call outcome', 'hs_call_disposition'), ('Call direction', 'hs_call_direction')]) + oh + AH, cr)
    write(path, 'meetings.csv', H([('Record ID', 'hs_object_id'), ('Meeting name', 'hs_meeting_title'), ('Meeting description', 'hs_meeting_body'), ('Activity date', 'hs_timestamp'), ('Meeting start time', 'hs_meeting_start_time'), ('Meeting outcome', 'hs_meeting_outcome')]) + oh + AH, mr)
    write(path, 'notes.csv', H([('Record ID', 'hs_object_id'), ('Activity date', 'hs_timestamp'), ('Note body', 'hs_note_body')]) + oh + AH, nr)

def main():
    for v in ('sf', 'hs'):
        for lang in ('en', 'es'):
            for n in (1, 2):
                w = World(v, lang, n)
                name = f'{v}-{lang}-{n}'
                path = f'{OUT}/{name}'
                shutil.rmtree(path, ignore_errors=True)
                os.makedirs(path)
                scenes(w)
                finish(w)
                (write_sf if v == 'sf' else write_hs)(w, path)
                rows = []
                for x in sorted(w.orgs + w.people, key=lambda x: (x.file, x.row)):
                    dc = x.declared or declared(w, x) if x.kind == 'person' else 'organization'
                    must = 'yes' if x.cls and dc not in x.cls.split('/') else 'no'
                    rows.append([x.file, x.row, x.id, '|'.join(sorted(x.codes)), dc, x.cls, must, x.hn, x.note, '|'.join(sorted(x.open - x.codes))])
                with open(f'{OUT}/{name}.truth.csv', 'w', newline='', encoding='utf-8') as f:
                    c = csv.writer(f)
                    c.writerow('file,row,source_id,codes,declared_class,class,must_change,hard_negative,note,open_codes'.split(','))
                    c.writerows(rows)
                print(name, len(w.orgs), len(w.people), len(rows), 'asof', w.asof, 'hn %.1f%%' % (100 * sum((bool(x[7]) for x in rows)) / len(rows)), 'coded', sum((bool(x[3]) for x in rows)), 'deals', len(w.deals), 'acts', len(w.acts))
if __name__ == '__main__':
    main()
