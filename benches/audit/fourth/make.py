#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""python3 make.py [OUT] [--seed N]  - writes six labelled sets under OUT (default: the folder of this file)."""
import sys, os, csv, collections
HERE=os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0,HERE)
sys.path.append(os.path.join(HERE,'..','third'))   # label.py: the definitions are the same
from world import *
from sets import SETS
from label import Labeler
import render

def build(name,cfg):
    w=World(name,cfg); r=w.r; hs=w.hs; es=w.lang=='es'
    w.k=1.0
    def N(n): return max(2,int(round(n*w.k)))
    def cust(): return w.ch(w.plain_c)
    def C(org=None,idn=None,mail='corp',acts=(),srck='any',hn='',**k):
        """a contact row"""
        idn=idn or w.ident()
        if mail=='corp': e=w.mail(idn,org.hid)
        elif mail=='free': e=w.mail(idn,w.ch(FREE))
        elif mail=='none': e=''
        elif '@' in mail: e=mail
        else: e=w.mail(idn,mail)
        comp=k.pop('comp',None)
        if comp is None: comp=org.name if org is not None else ''
        x=w.row('contact',idn,org,comp,e,hn=hn,**k)
        if srck=='any': srck=w.ch(['interest','other','other'])
        if srck: w.set_src(x,srck)
        for a in acts: w.act(x,a)
        return x
    # ================= base
    w.plain_c=[]; w.plain_p=[]
    for i in range(N(92)):
        o=w.mk_org('customer',domain=not w.p(.15)); w.plain_c.append(o)
        ks=r.choices([1,2,3,4],[.42,.3,.18,.1])[0]
        for j in range(ks):
            m='corp' if (j==0 or w.p(.8)) else w.ch(['free','none'])
            x=C(o,mail=m,acts=r.choices([(),('service',),('neutral',),('service','service'),('unans',),('email','neutral')],[.4,.2,.15,.1,.08,.07])[0],hn='freemail-contact' if m=='free' else '')
        if w.p(.08): o.note=w.ph('former_trap',y=w.asof.year-w.r.randint(2,5)); o.hn='note-former-trap'
        if o.type in('Client via Forwarder','Cliente a través de distribuidora','Abonado vía comunidad'): o.hn=o.hn or 'customer-through-channel'
        if not o.hn and not any(d.org is o for d in w.deals): o.hn='customer-by-number-or-invoice'
        elif not o.hn and w.p(.12): w.mk_deal(o,'lost',w.day(120,15)); o.hn='customer-with-lost-extra-deal'
    for i in range(N(31)):
        o=w.mk_org('prospect'); w.plain_p.append(o)
        if w.p(.8): C(o,acts=(w.ch(['neutral','neutral','neutral','sales']),)+(('planned_n',) if w.p(.3) else ()))
    for i in range(N(10)):
        o=w.mk_org('prospect'); w.mk_deal(o,'lost')
        o.hn='prospect-org-lost-deal'
        x=C(o,srck='interest',hn='contact-with-lost-deal'); 
        if w.p(.5): w.deals[-1].persons.append(x)
    for i in range(N(12)):
        o=w.mk_org('prospect',life=w.ch(['opportunity','sql']))
        x=C(o,acts=('sales',) if w.p(.5) else ('neutral',),life=w.ch(['other','']) if hs else '')
        d=w.mk_deal(o,'open',persons=[x] if w.p(.7) else []); 
    for kind,n,ac in(('partner',10,['partner','partner','neutral']),('supplier',15,['vendor','vendor','neutral']),('competitor',6,['neutral']),('former',10,['neutral','service']),('other',11,['neutral'])):
        for i in range(N(n)):
            o=w.mk_org(kind)
            if kind=='former': o.hn='former-properly-typed'; w.mk_deal(o,'won',w.day(1250,950)); 
            m=1 if kind in('competitor',) and w.p(.5) else w.ch([1,1,2])
            if kind=='competitor' and w.p(.5): continue
            for j in range(m):
                x=C(o,acts=(w.ch(ac),) if (kind in('other','competitor') or w.p(.7)) else (),hn={'partner':'partner-in-contact-box','supplier':'supplier-in-contact-box'}.get(kind,''),srck='other' if kind in('competitor',) else 'any')
    by=lambda k:[o for o in w.orgs if o.kind==k and o.shape=='company' and not o.subsid_of]
    for i in range(N(16)): C(None,mail='free',acts=(w.ch(['neutral','service','neutral']),),hn='freemail-contact',comp=w.ghost().name if hs and w.p(.4) else '')
    for i in range(N(14)):
        g=w.ghost(); C(None,mail=g.hid,acts=('neutral',),hn='unlinked-unknown-domain',comp=g.name if hs and w.p(.6) else '')
    for i in range(N(12)): C(None,mail=w.ch(['free','none']),srck='other')
    for i in range(N(145)):
        x=w.lead(dom=w.ch(['corp','corp','corp','free']),srck=w.ch(['interest']*6+['other','other',w.ch(['bought','other']) if not hs else 'other']))
        if x.status in('attempted','working'):
            for a in r.choices([(),('unans',),('neutral',),('email',),('unans','email'),('neutral','planned_n'),('prep',)],[.22,.2,.2,.15,.1,.08,.05])[0]: w.act(x,a)
        if x.status=='working' and not any(a.x is x for a in w.acts): w.act(x,'neutral')
        if w.p(.06): 
            x.status='disq'
        if hs and w.p(.12) and x.status=='new': x.status=''; x.life='subscriber'
    for i in range(N(47)):   # qualified with evidence
        v=r.random()
        x=w.lead(status='qualified')
        if v<.55: w.act(x,'sales')
        elif v<.70: w.set_src(x,'demo')
        elif v<.85: x.note=w.ph('bant'); x.note_kind='bant'
        else:
            o=w.mk_org('prospect',life='opportunity')
            x.comp=o.name; x.email=w.mail(x.idn,o.hid); x.country=o.country
            if hs: x.org=o
            w.mk_deal(o,'open',persons=[x] if hs else [])
    # ================= hard negatives
    def redom(o):
        d=slug(o.name)+('.net' if es else '.uk')
        if o.domain and d not in w.domains: w.domains.add(d); o.domain=o.hid=d
    def hn_orgs():
        for i in range(N(13)):       # sole traders
            idn=w.ident('es' if es else 'en'); nm=f"{idn.given} {idn.sur}"
            o=w.mk_org(w.ch(['customer','prospect','other','supplier']),name=nm,shape='individual',legal='',hn='sole-trader',tax='',emp='',ind='',domain=False)
            o.name=nm; o.core=nm
            v=i%4; o.hn='brand-named-like-person' if v==2 else 'sole-trader'
            if v==0: o.tax=f"{r.randint(10**7,10**8-1)}-{w.ch('ABCDEFGHJKLMNPQRSTVWXYZ')}" if es else f"GB{r.randint(10**8,10**9-1)}"
            elif v==1: o.ind=w.ch(INDUSTRY_ES if es else INDUSTRY_EN); o.emp=w.ch([1,2,3])
            elif v==2: o.domain=o.hid=slug(nm)+('.com' if es else '.biz')
            else: o.tax=w.taxno(o.country); o.ind=w.ch(INDUSTRY_ES if es else INDUSTRY_EN)
        for i in range(N(8)):
            s1=w.ch(SUR[w.lang]); s2=w.ch(SUR[w.lang]); g=w.ch(GIVEN[w.lang+'_m'])
            nm=w.ch([f"{g} {s1} y Sobrinos",f"Herederos de {g} {s1}",f"Nietos de {s1}",f"Casa {s1}",f"Sucesores de {g} {s1}",f"Hnos. {s1}"] if es else [f"{g} {s1} & Son",f"{s1} Bros",f"{s1} Family Farm",f"{s1}'s of Whitby",f"{s1} & Nephews"])
            o=w.mk_org(w.ch(['prospect','other','customer']),name=nm,hn='name-and-sons',domain=w.p(.3),tax='',emp='',ind=''); o.name=nm; o.core=nm; redom(o)
        for i in range(N(6)):
            s1=w.ch(SUR[w.lang]); s2=w.ch(SUR[w.lang])
            nm=w.ch([f"{s1} y {s2} Arquitectos",f"{s1} + {s2} Consultores",f"Asesoría {s1} Legal",f"Clínica Dental {s1} {s2}"] if es else [f"{s1} {s2} LLP",f"{s1} & {s2} Dental",f"{s1} {s2} Accountants",f"The {s1} Hotel",f"{s1} Veterinary Centre"])
            o=w.mk_org(w.ch(['prospect','other']),name=nm,hn='firm-named-after-people',domain=w.p(.5)); o.name=nm; o.core=nm; redom(o)
        for i in range(N(9)):       # former with later won / open deal
            o=w.mk_org('customer',evid=[],hn='former-with-new-won' if i%2 else 'former-with-open-deal')
            y=w.day(900,500); o.contract=y
            w.mk_deal(o,'won',w.day(1300,1000))
            if i%2: w.mk_deal(o,'won',w.day(200,20))
            else: w.mk_deal(o,'open')
            if i%4==1: o.note=w.ph('former',y=y.year); o.note_kind='former'; o.left=y
            C(o,acts=('service',),life='customer' if hs else '')
        for i in range(N(7)):       # ended recently
            o=w.mk_org('customer',evid=w.ch([['won'],['custno'],['invoice']]),hn='contract-ended-recently'); o.contract=w.day(172,6); C(o)
        for i in range(N(6)):       # subsidiary abroad
            p=w.mk_org('customer',evid=['won','custno'],region=w.ch(['foreign','es' if es else 'uk'])); 
            C(p)
            x=w.mk_org('prospect',hn='subsidiary-abroad',tax='')
            if es: ctry,suf,leg,t=w.ch([('Colombia','Colombia','S.A.S.','com.co'),('Brasil','Brasil','Ltda.','com.br'),('España','España','S.L.U.','es'),('Chile','Chile','SpA','cl')])
            else: ctry,suf,leg,t=w.ch([('United States','USA','Inc.','us'),('Netherlands','Benelux','B.V.','nl'),('Singapore','Asia Pacific','Pte','sg'),('Spain','Iberia','S.L.','es')])
            if ctry==p.country: ctry,suf,leg,t=('Italia' if es else 'Italy','Italia','S.r.l.','it')
            x.core=p.core+' '+suf; x.name=x.core+' '+leg; x.country=ctry; x.city='';x.zip=''; x.street=''
            stem=p.hid.split('.')[0]; x.domain=x.hid=(f"{t[-2:]}.{p.hid}" if i%3==0 else stem+'.'+t)
            if x.hid==p.hid or x.hid in w.domains: x.domain=x.hid=stem+'-'+slug(suf)+'.'+t
            w.domains.add(x.hid)
            x.tax=w.taxno(ctry); x.subsid_of=p; x.parent=p; w.names.add(norm_name(x.name))
            for j in range(2):
                l=w.lead(o=x,status=w.ch(['new','working','attempted']),comp=x.name,hn='employee-of-subsidiary-abroad')
                if l.status=='working': w.act(l,'neutral')
                if hs: l.org=x
        for i in range(N(3)):       # namesake companies
            p=w.mk_org('customer',evid=['won'],domain=True); C(p)
            q=w.mk_org('prospect',hn='namesake-company'); q.core=p.core; q.legal=w.ch([z for z in ES_LEGAL+['S.A.S.'] if z!=p.legal] if es else [z for z in EN_LEGAL if z!=p.legal]); q.name=q.core+(' ' if q.legal[0]!=',' else '')+q.legal
            q.country,tl=w.ch([('Uruguay','com.uy'),('Ecuador','com.ec')] if es else [('South Africa','co.za'),('Canada','ca')]); q.city='';q.zip=''; q.domain=q.hid=slug(q.core)+'.'+tl; q.tax=w.taxno(q.country) if q.tax else ''; w.domains.add(q.hid)
            C(q,acts=('neutral',))
        for i in range(N(5)):       # plain duplicate, same class
            p=w.mk_org('customer',evid=['custno'],hn='duplicate-same-class'); C(p)
            q=w.mk_org('customer',evid=['custno'],hn='duplicate-same-class'); q.core=p.core; q.name=p.core.upper(); q.hid=p.hid; q.domain=p.domain or p.hid; p.domain=p.hid; q.phone=p.phone
        for i in range(N(9)):       # org that only says prospect, with its funnel people
            o=w.mk_org('prospect',hn='org-only-prospect',life=w.ch(['lead','mql','subscriber']))
            if hs and i%3==0: o.life=''; o.lstat=''; o.type=cfg['types']['prospect'][0]
            for j in range(2):
                l=w.lead(o=o,status=w.ch(['new','attempted','working']),comp=w.spell(o),hn='lead-at-prospect-org')
                if l.status=='working': w.act(l,'neutral')
                if hs: l.org=o
        for nm,t in ISP[w.lang]:
            o=w.mk_org('customer',evid=['won','invoice'],region='uk' if not es else 'es',name=nm,hn='provider-is-customer'); o.name=nm; o.core=nm; o.domain=o.hid=t
            for j in range(N(5)):
                g=w.ghost(); idn=w.ident(); l=w.lead(idn,g,status=w.ch(['new','attempted']),dom=t,comp=g.core,hn='provider-mailbox')
            if w.p(.7): C(None,mail=t,acts=('neutral',),hn='provider-mailbox',comp='')
        for nm,t in COLLEGE[w.lang]+PUBLIC[w.lang]:
            o=w.mk_org('customer',evid=['custno','invoice'],region='uk' if not es else 'es',name=nm,hn='college-or-public-is-customer'); o.name=nm; o.core=nm; o.domain=o.hid=t; o.legal=''
            for j in range(N(3)):
                idn=w.ident(w.lang); g=w.ghost(); nm2=(w.ch(['Letrados ','Arquitectura ','Gabinete ','Taller ']) if es else '')+idn.sur+('' if es else w.ch([' Systems',' Clinic',' & Associates']))
                l=w.lead(idn,g,status=w.ch(['new','working','attempted']),dom=t,comp=nm2,hn='college-or-public-mailbox')
                if l.status=='working': w.act(l,'neutral')
        if cfg.get('person_accounts'):
            for i in range(6):
                idn=w.ident(); o=w.mk_org('customer',evid=['won'],name=f"{idn.given} {idn.sur}",hn='person-account',shape='individual',domain=False,tax='',emp='',ind='',person_account=True,idn=idn)
                o.name=f"{idn.given} {idn.sur}"; o.core=o.name; o.pmail=w.mail(idn,w.ch(FREE))
        for i in range(2):
            s1=w.ch(SUR[w.lang]); o=w.mk_org('other',name='h',shape='household',domain=False,tax='',emp='',ind=''); o.name=o.core=(f"Hogar {s1} {w.ch(SUR['es'])}" if es else f"{s1} family"); o.type=cfg['types']['other'][0]
    hn_orgs()
    def named(lst,kind,n,boxes=('lead','contact')):
        pool=lst[:]; r.shuffle(pool)
        for g,s in pool[:n]:
            idn=w.ident('es' if es else 'en',given=g,sur=s)
            if w.ch(boxes)=='lead':
                l=w.lead(idn,status=w.ch(['new','attempted','working']),hn=kind,mobile=w.fmt_mob(idn.mobile))
                if l.status=='working': w.act(l,'neutral')
            else: C(cust(),idn,acts=('service',) if w.p(.6) else (),hn=kind)
    named(PLACE_GIVEN_ES if es else PLACE_GIVEN_EN,'person-called-like-place',N(9))
    named([(w.ch(GIVEN['es_m']+GIVEN['es_f']),s) for s in COMPOUND_Y],'compound-surname-y',N(8))
    for g,s in r.sample(WORD_SUR_ES if es else WORD_SUR_EN,N(8)):
        idn=w.ident('es' if es else 'en',given=g,sur=s); x=C(cust(),idn,acts=('service','service'),hn='surname-is-test-word',mobile=w.fmt_mob(idn.mobile))
    named(FIRM_SUR_ES if es else FIRM_SUR_EN,'surname-like-firm',N(9))
    named([(g,w.ch(SUR['cn'])) for g in GIVEN['cn'][:14]],'short-name',N(6))
    named([(g,w.ch(SUR[w.lang])) for g in (["María Jesús","José Ángel","Juan Pablo","María de los Ángeles","Ángel María","Marco Antonio","Ana María","Rosa Elena","Víctor Manuel"] if es else ["Mary Beth","Jo Anne","Bobby Ray","Emma Louise","James-Lee","Ann Marie","Lisa Jo","Tommy Lee"])],'double-given-name',N(7))
    for i in range(N(6)):     # family mailbox
        i1=w.ident(w.lang); i2=w.ident(w.lang,sur=i1.sur); m=(w.ch(['flia','hogar','nosotros','sres']) if es else w.ch(['house','wearethe','mrandmrs','clan']))+slug(i1.sur)+str(r.randint(1,99))+'@'+w.ch(FREE)
        if m in w.mails: continue
        w.mails.add(m)
        C(None,i1,mail=m,acts=('neutral',),hn='family-mailbox',mobile='',comp='')
        l=w.lead(i2,dom='free',status=w.ch(['new','working','attempted']),hn='family-mailbox'); l.email=m if not hs else m.replace('@','+'+slug(i2.given)+'@'); l.mobile=''
        if l.status=='working': w.act(l,'neutral')
    for i in range(N(13)):    # namesakes at different firms
        a=w.ident(); b=w.ident(a.c,given=a.given,sur=a.sur)
        C(w.ch(by('customer')+by('other')),a,acts=('service',),hn='namesake-person',mobile=w.fmt_mob(a.mobile))
        w.lead(b,status=w.ch(['new','attempted']),hn='namesake-person',mobile=w.fmt_mob(b.mobile))
    for i in range(N(6)):     # the switchboard, relatives
        o=w.ch(by('other')); a=w.ident(w.lang); b=w.ident(w.lang,sur=a.sur); 
        C(o,a,acts=('neutral',),hn='same-switchboard',phone=o.phone,mobile=''); w.lead(b,status='new',hn='same-switchboard',phone=o.phone,mobile='')
    if not hs:
        for i in range(N(25)):  # properly converted
            o=w.ch(w.plain_c) if w.p(.6) else w.mk_org('prospect'); idn=w.ident(); x=C(o,idn,acts=('sales',) if w.p(.5) else ('neutral',),srck='interest'); deal=None
            if o not in w.plain_c: deal=w.mk_deal(o,'open',persons=[x])
            l=w.row('lead',idn,None,w.spell(o),x.email,status='converted',hn='converted-properly',country=o.country); w.set_src(l,'interest')
            l.conv=True; l.conv_ids=(o,x,deal); l.created=min(l.created,x.created-dt.timedelta(days=30)); l.conv_date=x.created
    def quiet(kind,n,acts,status=('new','new','attempted')):
        for i in range(N(n)):
            l=w.lead(status=w.ch(status),hn=kind)
            for a in (acts if not callable(acts) else acts()): w.act(l,a)
    quiet('planned-tasks-only',11,lambda:['planned']*r.randint(1,2))
    quiet('unanswered-calls',10,lambda:['unans']*r.randint(1,4))
    quiet('emails-sent',10,lambda:['email']*r.randint(1,3))
    quiet('demo-prepared-only',10,lambda:['prep']*r.randint(1,2))
    quiet('demo-no-show',9,['noshow'],('new','attempted'))
    quiet('disqualified-after-demo',5,['sales'],('disq',))
    for i in range(N(14)):
        l=w.lead(status=w.ch(['new','working','attempted','nurture']),hn='note-mentions-other-supplier'); l.note=w.ph('trap'); l.note_kind=''
        if l.status=='working': w.act(l,'neutral')
    for i in range(N(14)):
        l=w.lead(status=w.ch(['new','working','attempted']),hn='title-trap',title=w.ch(TITLE_TRAP_ES if es else TITLE_TRAP_EN))
        if l.status=='working': w.act(l,'neutral')
    for i in range(N(6)):
        g=w.ghost(); g.core=w.ch(["Abastos","Proveeduría","Socios y Aliados","Colaboradores","Club del Cliente","Rivales del Tenis","Revendedora","Ensayos"])+' '+w.ch(ES_CORE) if es else w.ch(EN_CORE)+' '+w.ch(["Business Partners","Supply Chain Academy","Vendors Market","Customer Insight","Competition Horses","Dealers Yard","Employee Wellbeing","Test Bench","Demo Kitchens"])
        if norm_name(g.core) in w.names: continue
        w.names.add(norm_name(g.core)); g.name=g.core; g.hid=slug(g.core)+('.es' if es else '.com')
        w.lead(o=g,status=w.ch(['new','attempted']),comp=g.core,hn='firm-word-trap')
    for i in range(N(8)):
        w.lead(dom=w.ch(cfg['look']),status=w.ch(['new','attempted']),hn='look-alike-of-own-domain')
    for i in range(N(7)):
        d=w.ch(['protest-archive.org','testament.fm','demotica.es','samplers-guild.co.uk','pruebatextil.com','latestnews.biz','exampleton.co.uk','testaferro.it'])
        w.lead(dom=d,status='new',hn='test-word-inside-domain')
    roles=ROLE[w.lang]
    for i in range(N(13)):    # role mail, human name
        a,_=w.ch(roles)
        if i%2:
            g=w.ghost(); idn=w.ident(); m=f"{a}@{g.hid}"; l=w.lead(idn,g,status=w.ch(['new','attempted']),hn='role-mail-human-name'); l.email=m
        else:
            o=cust(); m=f"{a}@{o.hid}"
            if m in w.mails: continue
            w.mails.add(m); C(o,mail=m,hn='role-mail-human-name')
    for i in range(N(7)):     # supplier/partner people who are being sold to
        o=w.ch(by('supplier')+by('partner')); l=w.lead(o=o,status='qualified',hn='supplier-or-partner-with-sales-evidence'); w.act(l,'sales')
        if hs: l.life=w.ch(['sql','opportunity']); l.org=o
    if hs:
        for i in range(N(9)):
            x=C(None,mail='free',life='customer',srck='other',hn='private-customer-with-own-deal',comp=''); w.mk_deal(None,'won',persons=[x])
        for i in range(N(3)): C(cust(),life='evangelist',hn='evangelist')
    # similar, not equal, names
    for i in range(N(4)):
        o=cust(); g=w.ghost(); nm=o.core+' '+w.ch(['Deportes','Fundación','Eventos','Seguros'] if es else ['Foundation','Brewing','Sports','Theatre'])
        w.names.add(norm_name(nm)); w.lead(o=g,comp=nm,status='new',hn='similar-firm-name')
    # ---- second edition: further hard negatives
    for i in range(N(7)):     # initials, abbreviated given names
        idn=w.ident(w.lang); x=C(cust(),idn,hn='initials-or-abbreviated-given'); x.first=w.ch([idn.given[0]+'.',idn.given[0]+'. '+w.ch('AJLM')+'.','Mª '+idn.given if es and idn.given in GIVEN['es_f'] else idn.given+' '+w.ch('BDTW')+'.'])
    for i in range(N(6)):     # title before the name
        idn=w.ident(w.lang); l=w.lead(idn,status=w.ch(['new','attempted']),hn='title-in-name'); l.first=w.ch(['Ing. ','Lic. ','Arq. ','Dr. ' if idn.given.split()[0] in GIVEN['es_m'] else 'Dra. ','D. ' if idn.given.split()[0] in GIVEN['es_m'] else 'Dña. '] if es else ['Dr ','Rev. ','Prof. ','Capt. '])+idn.given
    for i in range(N(7)):     # nickname beside the name is no second person
        g=w.ch([z for z in NICK_SAFE if z in GIVEN[w.lang+'_f']+GIVEN[w.lang+'_m']]); idn=w.ident(w.lang,given=g,sur=w.ch(SUR[w.lang])); n=NICK[g]; f=w.ch([f"{g} ({n})",f'{g} "{n}"',f"{g} '{n}'"])
        if w.p(.5): x=w.lead(idn,status='new',hn='nickname-in-brackets')
        else: x=C(cust(),idn,hn='nickname-in-brackets')
        x.first=f
    for i in range(N(6)):     # only a surname
        idn=w.ident(w.lang); l=w.lead(idn,status=w.ch(['new','attempted']),hn='surname-only'); l.first=''
    for i in range(N(6)):     # worked at a customer once
        o=cust(); l=w.lead(status=w.ch(['new','attempted']),hn='used-to-work-at-customer'); y=r.randint(2019,2023)
        l.note=w.ch([f"Estuvo en {o.core} hasta {y}, ahora en otra casa.",f"Antes en {o.core}, nos conoce de allí."] if es else [f"Was at {o.core} until {y}, new job now.",f"Knows us from his days at {o.core}."]); l.note_kind=''
    for i in range(N(6)):     # a domain much like a customer's
        o=w.ch([q for q in w.plain_c if q.domain]); stem=o.hid.split('.')[0]; d=w.ch(['fundacion-'+stem+'.org','club'+stem+'.es',stem+'x.info'] if es else [stem+'-foundation.org','friendsof'+stem+'.org',stem+'x.info'])
        if d in w.domains: continue
        w.domains.add(d); w.lead(dom=d,status=w.ch(['new','attempted']),hn='look-alike-of-customer-domain')
    for i in range(N(6)):     # assistant's mobile on two rows of different people
        o=w.ch(by('other')+by('partner')); a=w.ident(w.lang); b=w.ident(w.lang)
        if a.sur.split()[0]==b.sur.split()[0]: continue
        m=w.fmt_mob(a.mobile); C(o,a,acts=('neutral',),hn='shared-mobile-other-person',mobile=m); w.lead(b,status='new',hn='shared-mobile-other-person',mobile=w.fmt_mob(a.mobile))
    for i in range(N(10)):    # interest only as source, but spoken to since
        g=w.ghost(); C(None,mail=w.ch(['free',g.hid]),srck='interest',acts=('neutral',),hn='contact-interest-but-talked',comp=g.name if hs else '',life=w.ch(['other','']) if hs else '')
    for i in range(N(8)): w.lead(status='disq',rating=w.ch(['warm','cold']),hn='warm-and-disqualified')
    for i in range(N(6)):     # supplier's and partner's contact, interest form filled in
        o=w.ch(by('supplier')+by('partner')); C(o,srck='interest',acts=(),hn='supplier-contact-with-interest',life=w.ch(['other','']) if hs else '')
    # hot and recently active
    for i in range(N(22)):
        v=i%4; l=w.lead(status=w.ch(['working','attempted','nurture']),hn='hot-and-recent',rating='hot')
        if v==0:
                l.created=w.day(300,20)
                for m in w.members:
                    if m.x is l: m.date=min(l.created+dt.timedelta(days=4),w.asof-dt.timedelta(days=4))
        elif v==1: l.created=w.day(1200,700); w.act(l,'neutral',(200,10))
        elif v==2:
            l.created=w.day(1200,700)
            for m in w.members:
                if m.x is l: m.date=w.day(200,20)
            if hs: w.act(l,'neutral',(300,30))
            else: w.member(l,'interest',True,w.day(220,20))
        else: l.created=w.day(900,650); w.act(l,'neutral',(700,600)); w.act(l,'unans',(300,30))
        if l.form_date: l.form_date=max(l.created,min(l.form_date,w.asof-dt.timedelta(days=4)))
    # ================= planted problems
    def lead_is_customer(n):
        for i in range(N(n)):
            o=cust(); v=r.choices(['dom','sub','name','branch','ppl'],[.42,.12,.24,.12,.10])[0]
            st=w.ch(['new','new','working','attempted','nurture'])
            ppl=[c for c in w.plain_c if not c.domain]
            if v=='ppl' and ppl: o=w.ch(ppl)
            idn=w.ident()
            kw=dict(status=st,intent=['lead-is-customer'])
            if v=='sub': l=w.lead(idn,o,dom=w.ch(['corp','warehouse','eu','mx','hq','students','ops'])+'.'+o.hid,**kw) 
            elif v=='name': l=w.lead(idn,o,dom='free',**kw)
            elif v=='branch': l=w.lead(idn,o,comp=o.core+w.ch([' / Glasgow office',' - site B',' (head office)',' West branch'] if not es else [' / suc. Norte',' (oficinas)',' - sede 2',' almacén']),**kw)
            else: l=w.lead(idn,o,comp=w.ch([w.spell(o),w.spell(o),(o.hid if o.domain else w.spell(o)),''.join(z[0] for z in o.core.split()).upper()+w.ch([' (see web)','',' Ltd' if not es else ' SL'])]),**kw)
            if v=='sub' and not o.domain: l.email=w.mail(idn,o.hid)
            if st=='working': w.act(l,w.ch(['neutral','sales']))
            if w.p(.15): l.title=w.ch(["Buyer (started in March)","Interim GM","Purchasing, maternity cover"] if not es else ["Compras (recién incorporada)","Gerente interino","Jefa de compras nueva"])
            if hs and w.p(.45): l.org=o; l.comp=w.ch([o.name,''])
    def lead_and_contact(n):
        pool=[x for x in w.pers if w_iscontact(x) and x.shape=='human' and not x.hn in('family-mailbox','same-switchboard','namesake-person','surname-is-test-word') and x.email and not any(a in x.email.split('@')[0] for a,_ in roles) and not x.intent]
        r.shuffle(pool); pool.sort(key=lambda x:0 if (x.org is None or x.org.kind!='customer') else r.random()*1.6)
        used=0
        for x in pool:
            if used>=N(n): break
            if x.conv_ids or any(l.box=='lead' and l.pid==x.pid for l in w.pers): continue
            if x.email.rsplit('@',1)[1] in [d for k in(ISP,COLLEGE,PUBLIC) for _,d in k[w.lang]]: continue
            used+=1
            g=x.first; g1=g.split()[0]
            given=w.ch([g,g,strip_acc(g),g.upper(),NICK.get(g1,g)]) if g1 in NICK_SAFE else w.ch([g,g,strip_acc(g),g.upper()])
            ss=x.last.split(); sur=w.ch([x.last,strip_acc(x.last).upper(),ss[0] if len(ss)==2 and ss[0] not in('De','Del') and not '-' in x.last and x.idn.c=='es' else x.last, strip_acc(x.last)])
            st=w.ch(['new','working','attempted','nurture'])
            if x.org is not None: comp=w.spell(x.org)
            else: comp=w.ch(['[[Unknown]]','.','Persona física' if es else 'Individual','N/D' if es else 'none','Por su cuenta' if es else 'Freelance']) if not hs else ''
            if w.p(.5) : 
                a,d=x.email.split('@')
                if hs: m=f"{a}+{w.ch(['info','sub','ads','mkt'])}@{d}"
                else: m=w.ch([x.email,x.email,x.email.upper(),a.capitalize()+'@'+d,f"{a}+{w.ch(['fair','list'])}@{d}"])
                mob=''
            else:
                m=w.mail(x.idn,w.ch(FREE)) if w.p(.7) else ''
                x.mobile=w.fmt_mob(x.idn.mobile,x.country); mob=w.fmt_mob(x.idn.mobile,x.country)
            l=w.row('lead',x.idn,None,comp,m,first=given,last=sur,mobile=mob,status=st,intent=['lead-and-contact'],country=x.country); w.set_src(l,'interest')
            if st=='working': w.act(l,'neutral')
    def w_iscontact(x): return x.box=='contact' and (not hs or x.life in('customer','other','','evangelist'))
    def conversion(n):
        for i in range(N(n)):
            if hs:
                o=cust() if w.p(.6) else None
                x=C(o,mail='corp' if o else 'free',life='customer',srck='interest',intent=['conversion-unfinished'],comp=None if o else ''); x.lstat=w.ch(['new','attempted'])
                w.mk_deal(o,'won',persons=[x])
            else:
                o=w.ch(w.plain_c) if w.p(.5) else w.mk_org('prospect'); idn=w.ident(); x=C(o,idn,acts=('neutral',),srck='interest'); deal=None
                if o.kind=='prospect' and w.p(.6): deal=w.mk_deal(o,'open',persons=[x])
                l=w.row('lead',idn,None,w.spell(o),x.email,status=w.ch(['new','attempted','working','working']),intent=['conversion-unfinished'],country=o.country); w.set_src(l,'interest')
                v=i%4; l.conv=v!=1; l.conv_ids=(o,x,deal) if v!=2 else None; l.created=min(l.created,x.created-dt.timedelta(days=25)); l.conv_date=x.created if v!=3 else None
    def org_as_person(n):
        for i in range(N(n)):
            g=w.ghost(); legal=w.p(.75) or not(any(g.core.startswith(z+' ') for z in ES_PRE) and ' ' in g.core or any(g.core.endswith(' '+z) for z in EN_SEC)); nm=(g.core+(' ' if g.legal[0]!=',' else '')+g.legal) if legal else g.core
            parts=nm.split(' ',1); v=i%3
            f,l_=('',nm) if v==0 else (g.core,g.legal.strip(', ')) if v==1 and legal else (parts[0],parts[1]) if v==1 else w.ch([(nm,'.'),(nm,'-'),('.',nm),(nm,nm),('c/o' if not es else 'At.',nm.upper())])
            m=w.ch([f"{w.ch(roles)[0]}@{g.hid}"]*2+['',w.mail(w.ident(),g.hid)])
            idn=O(pid=-1,given=f,sur=l_,c='x',mobile=w.mobile()); w.pid+=1; idn.pid=w.pid
            box='lead' if w.p(.6) else 'contact'
            x=w.row(box,idn,None,nm if box=='lead' or hs else '',m,shape='company',status='new' if box=='lead' else '',title='',intent=['organization-as-person'],country=g.country)
            w.set_src(x,'interest' if box=='lead' else 'other')
            if not(x.email or x.phone): x.phone=w.landline()
    def funnel_is_company(n):
        for i in range(N(n)):
            o=cust(); nm=o.name if norm_name(o.name)!=norm_name(o.core) or w.p(.5) else o.core; parts=nm.split(' ',1)
            w.pid+=1; idn=O(pid=w.pid,given='',sur=nm,c='x',mobile=w.mobile())
            x=w.row('lead',idn,None,nm,w.ch([f"{w.ch(roles)[0]}@{o.hid}",'']),shape='company',title='',status='new',intent=['organization-in-two-classes','organization-as-person'],country=o.country)
            x.first,x.last=w.ch([('',nm),(parts[0],parts[-1]),(nm,'.')]) if len(parts)>1 else ('',nm); w.set_src(x,'interest')
            x.phone=x.phone or o.phone
    def person_as_org(n):
        for i in range(N(n)):
            idn=w.ident(w.lang if w.p(.85) else None); k=w.ch(['customer','prospect','prospect','other'])
            o=w.mk_org(k,evid=['won'] if k=='customer' else None,name='x'+idn.given,shape='individual',domain=False,tax='',emp='',ind='',intent=['person-as-organization'])
            o.name=w.ch([f"{idn.given} {idn.sur}"]*3+[f"{idn.sur} {idn.given[0]}.",f"{idn.given[0]}. {idn.sur}",f"{idn.sur.upper()}, {idn.given}",f"{w.ch((['Sr.','D.','Lic.'] if idn.given.split()[0] in GIVEN['es_m'] else ['Lic.','Sra.','Ing.'] if idn.given.split()[0] in GIVEN['es_f'] else ['Ing.']) if es else ['Dr','Mrs' if idn.given in GIVEN['en_f'] else 'Mr' if idn.given in GIVEN['en_m'] else 'Dr'])} {idn.given} {idn.sur}",f"{idn.given} {idn.sur}".lower()]); o.core=o.name; o.legal=''; o.hn=''; o.note=''
            if k=='other': o.type=w.ch(cfg['types']['other'])
    def role_mailbox(n):
        for i in range(N(n)):
            a,lab=w.ch(roles); box='lead' if w.p(.55) else 'contact'; o=None
            if box=='lead': g=w.ghost()
            else: g=o=w.ch(w.plain_c+by('partner')+by('supplier'))
            m=f"{a}@{g.hid}"
            if m in w.mails: continue
            w.mails.add(m); w.pid+=1
            f,l_=w.ch([('',lab),(lab,'.'),(lab,g.core),('',a.upper()),(lab.split()[0],lab.split()[-1]) if ' ' in lab else ('',lab)]+([('','')]*2 if hs else [('.',lab),('','[[Unknown]]')]))
            idn=O(pid=w.pid,given=f,sur=l_,c='x',mobile=w.mobile())
            x=w.row(box,idn,o,w.spell(g) if box=='lead' else (g.name if hs else ''),m,shape='role',title='',mobile='',status='new' if box=='lead' else '',intent=['role-mailbox-as-person'],country=g.country); w.set_src(x,'interest' if box=='lead' else 'other')
    def no_org(n):
        for i in range(N(n)):
            k=w.ch(['customer']*4+['partner','supplier','other','prospect'])
            o=w.ch([q for q in (w.plain_c if k=='customer' else w.plain_p if k=='prospect' else by(k)) if q.domain])
            x=C(None,mail=o.hid,acts=(w.ch(['neutral','service'] if k=='customer' else ['neutral']),) if (k!='customer' or w.p(.6)) else (),srck='any' if k!='prospect' else 'other',comp=w.spell(o) if hs and w.p(.4) else '',intent=['contact-without-organization'],life=w.ch(['other','']) if hs else '')
    def contact_is_prospect(n):
        for i in range(N(n)):
            v=i%5
            if v<2: o=None; kw=dict(mail='free',comp=w.ghost().core if hs and w.p(.5) else '')
            elif v==2: g=w.ghost(); o=None; kw=dict(mail=g.hid,comp=g.name if hs else '')
            else: o=w.ch(w.plain_p); kw=dict(mail='corp')
            x=C(o,srck='interest',intent=['contact-is-prospect'],life=w.ch(['other','','other']) if hs else '',**kw)
            if w.p(.25): w.act(x,w.ch(['planned','planned_n']))
        for i in range(N(4)):
            o=w.ch([q for q in w.plain_p if q.domain]); C(None,mail=o.hid,srck='interest',intent=['contact-is-prospect','contact-without-organization'],life='other' if hs else '',comp='')
    def lead_unq(n):
        for i in range(N(n)):
            l=w.lead(status='qualified',srck=w.ch(['interest','interest','other']),intent=['lead-unqualified'])
            for a in r.choices([(),('unans',),('email',),('planned',),('noshow',),('neutral',),('email','planned'),('unans','unans','email')],[.2,.15,.15,.15,.08,.1,.1,.07])[0]: w.act(l,a)
            if w.p(.1): l.note=w.ph('trap'); l.note_kind=''
    def prospect_q(n):
        for i in range(N(n)):
            v=i%4; l=w.lead(status='new',intent=['prospect-qualified'])
            if v==0: w.act(l,'sales'); 
            elif v==1: w.set_src(l,'demo')
            elif v==2: l.note=w.ph('bant'); l.note_kind='bant'
            else:
                o=w.mk_org('prospect',life='opportunity'); l.comp=w.spell(o); l.email=w.mail(l.idn,o.hid) if w.p(.7) else w.mail(l.idn,w.ch(FREE)); l.country=o.country
                if hs and w.p(.7): l.org=o
                w.mk_deal(o,'open',persons=[l] if hs and w.p(.6) else [])
    def stage(n):
        for i in range(N(n)):
            if i%2:
                o=w.mk_org('customer',evid=[],intent=['stage-contradicts-deal'],type=w.cfg['types']['customer'][0])
                if w.p(.6): C(o,acts=('neutral',),life=('customer' if w.p(.5) else 'other') if hs else '',srck='other')
                if w.p(.25): w.mk_deal(o,w.ch(['lost','open']))
            else:
                o=w.mk_org('prospect',intent=['stage-contradicts-deal'],life=w.ch(['lead','mql','sql'])); x=C(o,acts=('neutral',),life='other' if hs else '') if w.p(.7) else None; w.mk_deal(o,'won',persons=[])
        if hs:
            for i in range(N(n*.6)):
                v=i%4
                if v==0: C(None,mail='free',life='customer',srck='other',acts=('neutral',) if w.p(.5) else (),intent=['stage-contradicts-deal'],comp='')
                elif v==1: x=C(None,mail='free',life='customer',srck='other',intent=['stage-contradicts-deal'],comp=''); w.mk_deal(None,'open',persons=[x])
                elif v==2: C(w.ch(w.plain_p),life='customer',srck='other',acts=('neutral',),intent=['stage-contradicts-deal'])
                else:
                    l=w.lead(dom='free',status=w.ch(['working','attempted']),comp='',intent=['stage-contradicts-deal']); w.act(l,'neutral'); w.mk_deal(None,'won',persons=[l])
    def temper(n):
        for i in range(N(n)):
            v=i%4
            if v==0: l=w.lead(status='disq',rating='hot',intent=['temperature-contradicts']); (w.act(l,'neutral') if w.p(.5) else 0)
            elif v<3:
                l=w.lead(status=w.ch(['working','nurture','attempted','new']),rating='hot',srck=None,intent=['temperature-contradicts'],noactivity=True); l.created=w.day(1300,800); w.set_src(l,'interest')
                for m in w.members:
                    if m.x is l: m.date=l.created+dt.timedelta(days=3)
                if l.form_date: l.form_date=l.created
                if l.status=='working': w.act(l,'neutral',((w.asof-l.created).days-5,620))
                elif l.status!='new' and w.p(.5): w.act(l,'unans',((w.asof-l.created).days-5,620))
                if w.p(.35): w.act(l,w.ch(['planned','planned_n']),(60,5))
            else:
                o=w.mk_org('prospect',rating='hot',noactivity=True,intent=['temperature-contradicts'],life='lead',lstat=''); o.created=w.day(1350,800)
                if w.p(.4): w.mk_deal(o,'lost',w.day(790,640),created=o.created)
    def former(n):
        for i in range(N(n)):
            v=i%3; o=w.mk_org('customer',evid=[],intent=['former-customer-as-customer'],created=w.day(1400,1250)); o.hn=''
            end=w.day(1000,260)
            if v==0: o.contract=end
            elif v==1: o.note=w.ph('former',y=end.year); o.note_kind='former'; o.left=end
            else:
                if hs: o.kind='former'; o.type=cfg['types']['former'][0]; o.left=end
                else: o.contract=end; o.note=w.ph('former',y=end.year); o.note_kind='former'; o.left=end
            w.mk_deal(o,'won',max(end-dt.timedelta(days=r.randint(40,300)),w.asof-dt.timedelta(days=1200)))
            if w.deals[-1].close>=end: w.deals[-1].close=end-dt.timedelta(days=20)
            w.deals[-1].created=min(w.deals[-1].created,w.deals[-1].close-dt.timedelta(days=20))
            if w.p(.5): o.custno=w.cfg['custno_fmt'].format(r.randint(1,9999))
            if w.p(.3): o.invoice=end-dt.timedelta(days=r.randint(5,60))
            for j in range(w.ch([1,1,2])):
                x=C(o,life='customer' if hs else '',created=w.day(1300,1100)); 
                if w.p(.5): w.act(x,'service',(1050,(w.asof-end).days+5) if (w.asof-end).days<1000 else 1050)
                if hs: x.intent=['former-customer-as-customer']
    def as_lead(kind,n):
        for i in range(N(n)):
            code=kind+'-as-lead'; st=w.ch(['new','attempted','working'])
            if i%5<3:
                o=w.ch(by(kind)); l=w.lead(o=o,status=st,dom='corp' if w.p(.75) else 'free',comp=w.spell(o),intent=[code])
                if hs and w.p(.5): l.org=o
            else: l=w.lead(status=st,intent=[code]); l.note=w.ph(kind+'_self'); l.note_kind=kind+'_self'
            if st=='working': w.act(l,'neutral')
    def employee(n):
        for i in range(N(n)):
            d=w.ch(cfg['own'][1]); d=w.ch([d,d,d,'staff.'+d,'ventas.'+d if es else 'sales.'+d]); l=w.lead(dom=d,status=w.ch(['new','attempted','working']),comp=w.ch([cfg['own'][0],cfg['own'][0],w.ghost().core,'-']) ,intent=['employee-as-lead'])
            l.note=''
            if l.status=='working': w.act(l,'neutral')
    def tests(n):
        T=TESTP[w.lang][:]; r.shuffle(T)
        for i in range(min(N(n),len(T))):
            f,l_,m=T[i]; w.pid+=1; idn=O(pid=w.pid,given=f,sur=l_,c='x',mobile=w.mobile()); box='lead' if w.p(.7) else 'contact'
            x=w.row(box,idn,None,w.ch(['testing','qwe','My test org','zz','dummy co'] if not es else ['pruebas','qwe','Empresa de mentira','zz','test org']),m,shape='test',status='new' if box=='lead' else '',title=w.ch(['','tester','asdf']),mobile='',phone=w.ch(['','999999999','1234567']),intent=['test-record']); w.set_src(x,'interest')
        for t in TESTO[w.lang][:N(5)]:
            o=w.mk_org(w.ch(['prospect','other']),name=t,shape='test',domain=False,tax='',emp='',ind='',intent=['test-record']); o.name=o.core=t; o.phone=w.ch(['','000000000']); o.note=''; o.city='';o.zip='';o.street=''
    def two(n):
        for i in range(N(n)):
            a=w.ident(w.lang); b=w.ident(w.lang); y=' y ' if es else ' and '
            v=i%7; S1=lambda q: q.sur if q.sur.split()[0].lower() in('de','del','van') else q.sur.split()[0]; s1=S1(a); g1=a.given.split()[0]; g2=b.given.split()[0]
            if y==' y ' and strip_acc(g2)[0].lower()=='i': y=' e '
            s2=S1(b)
            f,l_={0:(g1+y+g2,s1+y.replace(' e ',' y ')+s2 if s2[0] not in 'IYií' else s1+' / '+s2),1:(g1+', '+g2,s1),2:(g1,s1+' / '+g2+' '+s2),3:(g1+'/'+g2,s1),4:(g1+' & '+g2,s1+' & '+s2),5:(w.ch(['Sr. y Sra.','Sres. '+g1+y+g2]) if es else w.ch(['Mr & Mrs','Mr and Mrs',g1+' n '+g2]),s1),6:(g1+(' (y ' if es else ' (and ')+g2+')',s1)}[v]
            if w.p(.5):
                x=w.lead(a,status=w.ch(['new','attempted']),intent=['two-people-in-one-row'])
            else: x=C(w.ch(w.plain_c+by('other')),a,acts=('neutral',),intent=['two-people-in-one-row'])
            x.first,x.last,x.shape=f,l_,'two'
    def two_classes(n):
        for i in range(N(n)):
            p=cust(); 
            if hasattr(p,'dup'): continue
            p.dup=1; q=w.mk_org('prospect',domain=False,intent=['organization-in-two-classes'],tax='',emp='',ind='')
            q.hid=p.hid; v=i%4
            q.core=p.core; q.name=w.ch([p.core,p.core.title(),strip_acc(p.name).upper(),p.core.lower()]); q.country=p.country
            if v==0 and p.domain: q.domain=p.domain; q.name=w.ch([q.name,p.core.split()[0]+' '+p.core.split()[-1]])
            elif v==1: q.phone=p.phone
            elif v==2: q.street,q.zip,q.city=p.street,p.zip,p.city
            else:
                p.tax=p.tax or w.taxno(p.country); q.tax=p.tax
            if v==0 and not p.domain: q.phone=p.phone
            if v==2 and not p.zip: q.phone=p.phone
    w.k=.88 if hs else .96
    lead_is_customer(66); conversion(22); org_as_person(34); funnel_is_company(10); person_as_org(23); role_mailbox(28); no_org(42); contact_is_prospect(36)
    lead_unq(46); prospect_q(50); stage(22 if not hs else 24); temper(32); former(19); as_lead('supplier',23); as_lead('partner',16); as_lead('competitor',16)
    employee(14); tests(24); two(24); two_classes(19); lead_and_contact(48)
    # note on some working leads with evidence: left open by the label
    for i in range(4): l=w.lead(status='working'); w.act(l,'sales')
    if w.camps:
        for x in r.sample(w.pers,130):
            if x.shape!='test' and not x.noactivity: w.member(x,w.ch(['interest','mail','demo']),False,max(x.created,w.day(700,10)))
    finish(w)
    return w

def finish(w):
    r=w.r
    # dates: acts after creation, before as-of; last activity
    acts={}
    for a in w.acts:
        if a.x is not None and a.date<a.x.created: a.x.created=a.date-dt.timedelta(days=r.randint(1,20))
    for m in w.members:
        if m.date<m.x.created: m.x.created=m.date-dt.timedelta(days=r.randint(0,5))
    for x in w.pers:
        if x.form_date and x.form_date<x.created: x.form_date=x.created
    for d in w.deals:
        if d.org is not None and d.org.created>d.created: d.org.created=d.created-dt.timedelta(days=r.randint(1,60))
        for p in d.persons:
            if p.created>d.created and not p.noactivity: p.created=d.created-dt.timedelta(days=r.randint(1,9))
    for l in w.pers:
        if l.conv_ids:
            o,x,d=l.conv_ids
            if l.conv_date: l.conv_date=x.created
            if l.created>=x.created: l.created=x.created-dt.timedelta(days=20)
            for a in w.acts:
                if a.x is l and a.date<l.created: l.created=a.date-dt.timedelta(days=2)
    # contact created -> org created
    for x in w.pers:
        if x.org is not None and x.org.created>x.created and not x.org.noactivity: x.org.created=x.created
    done={}
    for a in w.acts:
        if a.done and a.x is not None: done[a.x.id]=max(done.get(a.x.id,a.date),a.date)
        o=a.org or (a.x.org if a.x is not None else None)
        if a.done and o is not None: done[o.id]=max(done.get(o.id,a.date),a.date)
    for x in w.pers: x.lastact=done.get(x.id)
    for o in w.orgs: o.lastact=done.get(o.id)
    # temperatures on the others: safe only
    lab=Labeler(w)
    for x in w.pers+w.orgs:
        if x.rating=='' and not x.hn=='person-account':
            if w.p(.3): x.rating=w.ch(['cold','warm','warm'])
            elif w.p(.08) and (w.asof-lab.activity(x)).days<420 and x.__dict__.get('status')!='disq' and x.__dict__.get('lstat')!='disq' and x.shape!='test': x.rating='hot'

def main():
    out=os.path.dirname(os.path.abspath(__file__)); args=sys.argv[1:]; base=None
    if '--seed' in args: i=args.index('--seed'); base=int(args[i+1]); del args[i:i+2]
    if args: out=args[0]
    tot=collections.Counter(); meta=[]
    for k,(name,cfg) in enumerate(SETS.items()):
        cfg=dict(cfg)
        if base is not None: cfg['seed']=base*100+k
        w=build(name,cfg); lab=Labeler(w)
        rows=[]; prob=0; bad=0
        for x in w.orgs+w.pers:
            c,op,cls=lab.org(x) if hasattr(x,'supflag') else lab.person(x)
            x.codes,x.open,x.cls=c,op,cls
            if x.hn and c: print(name,'HN BUT CODES',x.hn,sorted(c),desc(x)); bad+=1
            for i in x.intent:
                if i not in c: print(name,'INTENT NOT FOUND',i,sorted(c),sorted(op),desc(x)); bad+=1
            if not x.intent and not x.hn and c:
                tot['unplanned '+'|'.join(sorted(c))]+=1
        files,order=render.write(w,os.path.join(out,name))
        render.truth(w,os.path.join(out,name+'.truth.csv'),order,lab.declared)
        n=len(w.orgs)+len(w.pers); p=sum(1 for x in w.orgs+w.pers if x.codes); h=sum(1 for x in w.orgs+w.pers if x.hn)
        print(f"{name}: orgs {len(w.orgs)} persons {len(w.pers)} rows {n} problem {p} ({p/n:.0%}) hn {h} ({h/n:.0%}) bad {bad}")
        meta.append((name,cfg['asof'],' '.join(cfg['own'][1])))
    with open(os.path.join(out,'as_of.csv'),'w',encoding='utf-8',newline='') as f:
        cw=csv.writer(f); cw.writerow(['set','as_of','own_domains']); cw.writerows(meta)
    print({k:v for k,v in tot.items()})
def desc(x):
    if hasattr(x,'supflag'): return (x.name,x.kind,x.type,x.domain)
    return (x.first,x.last,x.email,x.comp,x.status,x.life,x.org.name if x.org is not None else None)
if __name__=='__main__': main()
