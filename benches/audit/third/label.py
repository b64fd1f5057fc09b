# -*- coding: utf-8 -*-
"""audit.md's definitions over the world. Meaning of free wording is known from the world; links, domains, names, dates are reckoned."""
import datetime as dt
from world import *
FUNNEL_LIFE={'subscriber','lead','mql','sql','opportunity'}

class Labeler:
    def __init__(s,w):
        s.w=w; s.own=[d.lower() for d in w.cfg['own'][1]]
        s.dom={}; s.byname={}; s.deals={}; s.pdeals={}; s.acts={}; s.mem={}
        for o in w.orgs:
            if o.domain: s.dom.setdefault(o.domain.lower(),[]).append(o)
            s.byname.setdefault(norm_name(o.name),[]).append(o)
        s.pdom={}
        for x in w.pers:
            if x.org is not None and not x.org.domain and x.email and s.is_contact(x):
                d=x.email.rsplit('@',1)[1].lower()
                if d not in PUBLICDOM and d not in s.dom: s.pdom.setdefault(d,[]).append(x.org)
        for d in w.deals:
            if d.org is not None: s.deals.setdefault(d.org.id,[]).append(d)
            for p in d.persons: s.pdeals.setdefault(p.id,[]).append(d)
        for a in w.acts:
            if a.x is not None: s.acts.setdefault(a.x.id,[]).append(a)
        for m in w.members: s.mem.setdefault(m.x.id,[]).append(m)
        s.bymail={}; s.bymob={}
        for x in w.pers:
            if s.is_contact(x) and x.shape in('human','two'):
                if x.email: s.bymail.setdefault(norm_mail(x.email),[]).append(x)
                if digits(x.mobile): s.bymob.setdefault(digits(x.mobile),[]).append(x)
    # ---
    def declared(s,x):
        if s.w.hs:
            return 'lead' if x.life in('sql','opportunity') else 'prospect' if x.life in FUNNEL_LIFE else 'contact'
        if x.box=='contact': return 'contact'
        if x.conv and x.status=='converted': return 'contact'
        return 'lead' if x.status=='qualified' else 'prospect'
    def is_funnel(s,x): return x.life in FUNNEL_LIFE if s.w.hs else (x.box=='lead' and not (x.conv and x.status=='converted'))
    def is_contact(s,x): return not s.is_funnel(x) if s.w.hs else x.box=='contact'
    def status(s,x):
        return x.status
    def evid(s,o): return any(d.state=='won' for d in s.deals.get(o.id,[])) or bool(o.invoice or o.contract or o.custno)
    def says_customer(s,o): return (o.life=='customer') if s.w.hs else o.kind=='customer'
    def says_prospect(s,o):
        if s.w.hs: return o.life in FUNNEL_LIFE or (o.kind=='prospect')
        return o.kind=='prospect'
    def is_customer(s,o): return s.says_customer(o) and s.evid(o) and o.shape!='test'
    def dom_orgs(s,mail):
        """-> (exact, by parent, by linked people)"""
        if '@' not in (mail or ''): return [],[],[]
        d=mail.rsplit('@',1)[1].lower()
        if d in PUBLICDOM: return [],[],[]
        if d in s.dom: return s.dom[d],[],[]
        if d in s.pdom: return [],[],list(dict.fromkeys(s.pdom[d]))
        parts=d.split('.')
        for i in range(1,len(parts)-1):
            q='.'.join(parts[i:])
            if q in PUBLICDOM: return [],[],[]
            if q in s.dom: return [],s.dom[q],[]
            if q in s.pdom: return [],list(dict.fromkeys(s.pdom[q])),[]
        return [],[],[]
    def works(s,x):
        L=[]
        if x.org is not None: L.append((x.org,'link'))
        ex,par,ppl=s.dom_orgs(x.email)
        L+=[(o,'dom') for o in ex]+[(o,'par') for o in par]+[(o,'ppl') for o in ppl]
        n=norm_name(x.comp or '')
        if n: L+=[(o,'name') for o in s.byname.get(n,[])]
        subs=[o for o,_ in L if o.subsid_of is not None and not s.is_customer(o)]
        drop={o.subsid_of.id for o in subs}
        return [(o,h) for o,h in L if o.id not in drop]
    def former(s,o):
        if not s.says_customer(o): return False
        f=o.note_kind=='former' or (s.w.hs and o.kind=='former')
        end=o.left
        if o.contract and (s.w.asof-o.contract).days>180: f=True; end=o.contract
        if not f: return False
        ds=s.deals.get(o.id,[])
        if any(d.state=='open' for d in ds): return False
        if any(d.state=='won' and (end is None or d.close>end) for d in ds): return False
        return True
    def activity(s,x):
        L=[x.created]+([x.lastact] if x.lastact else [])
        L+=[a.date for a in s.acts.get(x.id,[]) if a.done]+[m.date for m in s.mem.get(x.id,[]) if m.resp]
        if x.__dict__.get('form_date'): L.append(x.form_date)
        L+=[d.close for d in s.pdeals.get(x.id,[])+s.deals.get(x.id,[]) if d.state!='open']
        return max(L)
    # ---
    def org(s,o):
        c=set(); op=set(); w=s.w
        if o.shape=='test': return {'test-record'},{'*'},''
        if o.person_account: return set(),set(),'contact' if s.evid(o) else 'contact/prospect'
        cls='organization'
        if o.shape=='individual' and not(o.domain or o.tax or o.emp or o.ind):
            c.add('person-as-organization'); cls='contact' if s.evid(o) else 'prospect/contact'
        if o.shape=='household': op.add('person-as-organization'); cls='organization/contact/prospect'
        ev=s.evid(o); ds=s.deals.get(o.id,[])
        if s.says_customer(o) and not ev:
            c.add('stage-contradicts-deal')
        if s.says_prospect(o) and any(d.state=='won' for d in ds): c.add('stage-contradicts-deal')
        elif s.says_prospect(o) and ev: op.add('stage-contradicts-deal')
        if w.hs and 'stage-contradicts-deal' in c: op|={'conversion-unfinished','prospect-qualified','lead-unqualified'}
        if s.former(o): c.add('former-customer-as-customer')
        if o.rating=='hot':
            days=(w.asof-s.activity(o)).days
            if o.lstat=='disq' or days>548: c.add('temperature-contradicts')
            if 500<days<600: op.add('temperature-contradicts')
        if s.says_prospect(o) and o.shape=='company' and o.subsid_of is None:
            for q in w.orgs:
                if q is o or q.shape!='company' or not s.says_customer(q): continue
                same=(o.domain and o.domain==q.domain) or (norm_name(o.name)==norm_name(q.name) and (digits(o.phone)==digits(q.phone)!='' or (o.street and o.street==q.street and o.zip==q.zip) or (o.tax and o.tax==q.tax)))
                if same:
                    (c if s.is_customer(q) and not s.former(q) else op).add('organization-in-two-classes')
        if o.shape=='household' and c: pass
        return c,op,cls
    def person(s,x):
        w=s.w; c=set(); op=set(); decl=s.declared(x); fun=s.is_funnel(x)
        if x.shape=='test': return {'test-record'},{'*'},''
        A=s.acts.get(x.id,[]); W=s.works(x); D=s.pdeals.get(x.id,[]); M=s.mem.get(x.id,[])
        done=[a for a in A if a.done]
        sales=any(a.kind=='sales' for a in done) or x.src_kind=='demo' or x.form_kind=='demo' or any(m.kind=='demo' and m.resp for m in M) or x.note_kind=='bant'
        own_open=any(d.state=='open' for d in D); own_won=any(d.state=='won' for d in D); own_lost=any(d.state=='lost' for d in D)
        name_open=any(d.state=='open' for o,h in W if h in('link','name') for d in s.deals.get(o.id,[]))
        dom_open=any(d.state=='open' for o,h in W for d in s.deals.get(o.id,[]))
        interest=x.src_kind in('interest','demo') or x.form_kind in('interest','demo') or any(m.resp and m.kind!='mail' for m in M)
        st=x.status; strong=False; cls=decl
        unfinished=False
        # shapes
        if x.shape=='company': c.add('organization-as-person')
        rolemail=x.email and x.email.split('@')[0].lower() in {a for a,_ in ROLE[w.lang]}
        if x.shape=='role' or (x.shape=='company' and rolemail): c.add('role-mailbox-as-person')
        if x.shape=='role' and norm_name(x.last)==norm_name(x.comp or '') and x.last: op.add('organization-as-person')
        if x.shape=='two': c.add('two-people-in-one-row')
        # conversion
        if not w.hs and x.box=='lead' and (x.conv or x.conv_ids) and st in('new','attempted','working','nurture'):
            c.add('conversion-unfinished'); unfinished=True
        if w.hs and x.life=='customer' and own_won and x.lstat in('new','attempted'): c.add('conversion-unfinished')
        elif w.hs and x.life=='customer' and x.lstat in('new','attempted'): op.add('conversion-unfinished')
        human=x.shape in('human','two')
        if fun:
            cust=[o for o,h in W if s.is_customer(o)]
            live=[o for o in cust if not s.former(o)]
            if live:
                if not human: op.add('lead-is-customer')
                elif unfinished: op.add('lead-is-customer')
                elif any(h!='name' for o,h in W if o in live) or not any(o.kind=='prospect' and h!='name' for o,h in W): c.add('lead-is-customer')
                else: op.add('lead-is-customer')
            elif cust: op.add('lead-is-customer')
            if any(s.says_customer(o) and not s.evid(o) or (s.says_prospect(o) and s.evid(o)) or o.kind=='former' for o,h in W): op.add('lead-is-customer')
            if x.shape=='company':
                n={norm_name(x.comp or ''),norm_name((x.first+' '+x.last).strip())}
                if any(norm_name(o.name) in n or h in('dom','link') for o,h in W if s.is_customer(o)): c.add('organization-in-two-classes'); op.add('lead-is-customer')
            if x.shape=='role' and live: op.add('organization-in-two-classes')
            # same person as contact
            dup=[]
            if x.email: dup+=[y for y in s.bymail.get(norm_mail(x.email),[]) if y.pid==x.pid]
            if digits(x.mobile): dup+=[y for y in s.bymob.get(digits(x.mobile),[]) if y.pid==x.pid]
            dup=[y for y in dup if y is not x]
            if dup: (op if unfinished else c).add('lead-and-contact')
            # others
            for k in('supplier','partner','competitor'):
                orgs=[(o,h) for o,h in W if o.kind==k]
                if orgs or x.note_kind==k+'_self':
                    code=k+'-as-lead'
                    if sales or own_open or name_open or not human: 
                        if not human or own_open or name_open: op.add(code)
                    else: c.add(code)
            if x.email:
                d=x.email.rsplit('@',1)[1].lower()
                if any(d==q or d.endswith('.'+q) for q in s.own): c.add('employee-as-lead')
            if w.hs and own_won: c.add('stage-contradicts-deal')
            strong=bool(c&{'lead-is-customer','lead-and-contact','supplier-as-lead','partner-as-lead','competitor-as-lead','employee-as-lead','stage-contradicts-deal','conversion-unfinished','organization-as-person','role-mailbox-as-person','organization-in-two-classes'})
            ev=sales or own_open or name_open
            if decl=='lead' and not ev:
                (op if strong or dom_open or (own_lost) else c).add('lead-unqualified')
            if st=='new' and decl=='prospect' and (ev or dom_open):
                (op if strong or not ev else c).add('prospect-qualified')
            if decl=='prospect' and st not in('new','disq') and ev: op.add('prospect-qualified'); cls='lead/prospect'
            if decl=='prospect' and st=='disq' and ev: cls='prospect/lead'
            if w.hs and x.org is None and any(s.dom_orgs(x.email)): op.add('contact-without-organization')
            if x.src_kind in('bought','other') and not [a for a in done] and not interest: op.add('no-connection')
        else:
            if s.is_contact(x) and not (not w.hs and x.box=='lead'):
                if x.org is None:
                    ex,par,ppl=s.dom_orgs(x.email)
                    if ex and human: c.add('contact-without-organization')
                    elif ex or par or ppl: op.add('contact-without-organization')
                orgs=[o for o,h in W]
                if human and interest and not own_open and not own_won and not own_lost and x.note_kind=='':
                    dealy=any(s.deals.get(o.id) or s.evid(o) for o in orgs)
                    realdone=[a for a in done if a.kind not in('unans','email')]
                    if not realdone and not dealy:
                        if w.hs and x.life in('customer','evangelist'): op.add('contact-is-prospect')
                        elif all(s.says_prospect(o) for o in orgs):
                            (op if done or x.note or any(n.x is x for n in ()) else c).add('contact-is-prospect')
                        elif any(o.kind=='other' for o in orgs) and not any(o.kind in('customer','partner','supplier','former') for o in orgs): op.add('contact-is-prospect')
                if sales or own_open: op.add('contact-is-lead'); cls='contact/lead'
            if w.hs and x.life in('customer','evangelist'):
                if not own_won and not any(s.evid(o) for o,h in W):
                    c.add('stage-contradicts-deal')
                if x.life=='customer' and not any(d.state in('won','open') for d in D):
                    if x.org is not None and s.former(x.org): c.add('former-customer-as-customer')
                    elif any(s.former(o) or o.kind=='former' for o,h in W): op.add('former-customer-as-customer')
            elif any(s.former(o) for o,h in W): op.add('former-customer-as-customer')
        if x.rating=='hot':
            days=(w.asof-s.activity(x)).days
            if st=='disq' or days>548: c.add('temperature-contradicts')
            if 500<days<600: op.add('temperature-contradicts')
        if not(x.email or digits(x.phone) or digits(x.mobile)): op.add('lead-unreachable')
        # class
        if 'organization-as-person' in c: cls='organization'
        elif 'role-mailbox-as-person' in c: cls='organization' if decl=='organization' else 'organization/'+decl
        elif c&{'lead-is-customer','lead-and-contact','conversion-unfinished','supplier-as-lead','partner-as-lead','competitor-as-lead','employee-as-lead','former-customer-as-customer'}: cls='contact'
        elif 'stage-contradicts-deal' in c: cls='contact' if own_won else 'lead' if own_open else ('prospect' if not sales and not dom_open else 'prospect/lead')
        elif 'contact-is-prospect' in c: cls='prospect'
        elif 'lead-unqualified' in c: cls='prospect'
        elif 'prospect-qualified' in c: cls='lead'
        elif op&{'lead-is-customer'} and fun: cls='/'.join(dict.fromkeys(cls.split('/')+['contact']))
        elif op&{'contact-is-prospect'}: cls='contact/prospect'
        return c,op-c,cls
