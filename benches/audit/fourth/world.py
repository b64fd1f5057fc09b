# -*- coding: utf-8 -*-
import random, re, unicodedata, datetime as dt
from banks import *
from phrases import P, ROLE, TESTP, TESTO

def strip_acc(s): return ''.join(c for c in unicodedata.normalize('NFKD', s.replace('ł','l').replace('Ł','L').replace('ø','o')) if not unicodedata.combining(c))
LEGAL = ["ltd","limited","plc","llp","inc","llc","corp","pty ltd","sl","sa","slu","s coop","sau","cb","sll","sa de cv","s de rl de cv","sas","ltda","spa","srl","sac","eirl","gmbh","gmbh co kg","ag","sarl","lda","unipessoal lda","sp z oo","pvt ltd","private limited","co ltd","fze","slp","sapi de cv","sc","sat","scp","bv","nv","ab","kk","co","pc","cic","limitada"]
LEGAL.sort(key=lambda x:-len(x))
def norm_name(s):
    s = strip_acc(s).lower().replace('·','').replace("'",'')
    s = re.sub(r'\b([a-z])\.(?=[a-z]\b)', r'\1', s)       # S.L. -> sl
    s = s.replace('s.coop','s coop').replace('o.o','oo')
    s = re.sub(r'[^a-z0-9]+',' ',s).strip()
    while True:
        for l in LEGAL:
            if s.endswith(' '+l): s = s[:-len(l)-1].strip(); break
        else: return s
def slug(s): return re.sub(r'[^a-z0-9]+','',strip_acc(s).lower())
def norm_mail(e):
    e=e.strip().lower()
    if '@' not in e: return ''
    a,d=e.rsplit('@',1); return a.split('+')[0]+'@'+d
def digits(p): return re.sub(r'\D','',p or '')[-9:]
PUBLICDOM = set(FREE)|{d for v in (ISP,COLLEGE,PUBLIC) for l in v.values() for _,d in l}|{'mailinator.com'}

class O:
    def __init__(s, **k): s.__dict__.update(k)

class World:
    def __init__(w, name, cfg):
        w.name=name; w.cfg=cfg; w.r=random.Random(cfg['seed']); w.lang=cfg['lang']; w.P=P[w.lang]
        w.asof=dt.date.fromisoformat(cfg['asof']); w.hs=cfg['vendor']=='hs'
        w.orgs=[]; w.pers=[]; w.deals=[]; w.acts=[]; w.members=[]; w.ghosts=[]
        w.names=set(); w.domains=set(cfg['own'][1])|set(cfg['look']); w.mails=set(); w.mobs=set(); w.fulls=set()
        w.pid=0; w.ids=set()
        w.users=[w.user(i) for i in range(11)]
        w.camps=[O(id=w.sfid('701'),name=n,type=t,kind=k,start=w.day(900,60)) for n,t,k in cfg.get('camps',[])]
    # --- basics
    def ch(w,seq): return w.r.choice(seq)
    def p(w,x): return w.r.random()<x
    def day(w,a,b): return w.asof-dt.timedelta(days=w.r.randint(min(a,b),max(a,b)))
    def sfid(w,pre):
        A='ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
        while True:
            s=pre+w.ch(['8d','Hn','Wk','3x'])+'00000'+''.join(w.r.choice(A) for _ in range(5))
            if s.lower() not in w.ids: w.ids.add(s.lower()); break
        suf=''
        for i in range(0,15,5):
            v=sum(1<<j for j,c in enumerate(s[i:i+5]) if c.isupper()); suf+='ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[v]
        return s+suf
    def hsid(w):
        while True:
            s=str(w.r.randint(10**9,9*10**10))
            if s not in w.ids: w.ids.add(s); return s
    def nid(w,pre): return w.hsid() if w.hs else w.sfid(pre)
    def user(w,i):
        c=w.lang; g=w.ch(GIVEN[c+'_f']+GIVEN[c+'_m']); s=w.ch(SUR[c]); d=w.cfg['own'][1][0 if i<8 else 1]
        m=f"{slug(g)[0]}{slug(s)}@{d}"
        if i==10: m=f"{slug(s)}.{slug(g)}@outlook.com"     # an outside helper with a free address
        return O(id=w.sfid('005') if not w.hs else w.hsid(),first=g,last=s,mail=m,active=i not in (4,7),created=w.day(1500,1400))
    def owner(w): return w.ch(w.users)
    def ph(w,kind,**k):
        t=w.ch((P['en'] if w.lang=='es' and kind in('sales','neutral','unans','email','planned') and w.p(.06) else w.P)[kind])
        d=dict(f=k.get('f') or 'them',prod=w.ch(w.cfg['prod']),n=w.r.randint(1000,9899),k=w.r.randint(2,9),y=k.get('y',2021))
        if not k.get('f') and '{f}' in t: d['f']='client' if w.lang=='en' else 'el cliente'
        t=t.format(**d)
        x=w.r.random()
        if x<.06: t=t.lower()
        elif x<.10: t=t.upper() if len(t)<30 else t
        elif x<.15 and len(t)>12:
            i=w.r.randint(4,len(t)-3)
            if t[i].isalpha() and t[i+1].isalpha() and kind in('neutral','service','neutral_note','planned','planned_n'): t=t[:i]+t[i+1]+t[i]+t[i+2:]
        return t
    # --- identities
    def culture(w):
        x=w.r.random()
        if w.lang=='es': t=[('es',.82),('br',.03),('it',.03),('nl',.02),('en',.03),('ro',.03),('cn',.01),('pk',.01),('jp',.01),('se',.01)]
        else: t=[('en',.73),('es',.06),('pk',.05),('ng',.05),('nl',.03),('it',.03),('se',.02),('cn',.01),('br',.01),('jp',.01)]
        for c,v in t:
            x-=v
            if x<0: return c
        return w.lang
    def ident(w,culture=None,given=None,sur=None):
        for _ in range(500):
            c=culture or w.culture()
            gd=w.ch('fm'); gs=GIVEN[c+'_'+gd] if c in('es','en') else GIVEN[c]
            g=given or w.ch(gs)
            s=sur or w.ch(SUR[c]); 
            if not sur and c=='es' and w.p(.66): s=s+' '+w.ch(SUR['es'])
            if c=='es' and w.p(.13) and not given: g=g+' '+w.ch({'f':['del Pilar','Luz','Rosario','Inés'],'m':['Andrés','Miguel','Ángel','Felipe']}[gd])
            k=slug(g+s)
            if k not in w.fulls or (given and sur): w.fulls.add(k); break
        w.pid+=1
        return O(pid=w.pid,given=g,sur=s,c=c,mobile=w.mobile())
    def mobile(w):
        while True:
            cc=w.ch(w.cfg.get('cc') or (['34'] if w.lang=='es' else ['44']))
            R=lambda n:''.join(w.ch('0123456789') for _ in range(n))
            d={'34':lambda:w.ch('667')+R(8),'44':lambda:'7'+w.ch('3579')+R(8),'1':lambda:w.ch(['402','912','330','775','515','518','253','865'])+w.ch('23456789')+R(6),'52':lambda:w.ch(['667','722','443','662'])+R(7),'56':lambda:'9'+R(8),'54':lambda:w.ch(['11','341','261'])+w.ch('23456')+R(7),'57':lambda:'3'+w.ch('012')+R(8)}[cc]()
            if cc=='54': d=d[:10]
            if d not in w.mobs: w.mobs.add(d); return cc+'|'+d
    def fmt_mob(w,m,country=''):
        cc,d=m.split('|')
        home={'34':('España',),'44':('United Kingdom',),'1':('United States','Canada'),'52':('México',),'56':('Chile',),'54':('Argentina',),'57':('Colombia',)}[cc]
        g={'34':f"{d[:3]} {d[3:6]} {d[6:]}",'44':f"{d[:4]} {d[4:]}",'1':f"{d[:3]}-{d[3:6]}-{d[6:]}",'52':f"{d[:3]} {d[3:6]} {d[6:]}",'56':f"{d[0]} {d[1:5]} {d[5:]}",'54':f"{d[:2]} {d[2:6]}-{d[6:]}",'57':f"{d[:3]} {d[3:]}"}[cc]
        intl=[f"+{cc}-{g}".replace(' ','-'),f"00 {cc} {d}" if cc!='1' else f"1{d}",f"+{cc} {d}",f"+{cc}.{d}"]
        nat={'34':[g.replace(' ','-'),f"{d[:3]}.{d[3:6]}.{d[6:]}",f"{d[:2]} {d[2:5]} {d[5:7]} {d[7:]}"],'44':[f"0{d[:4]}-{d[4:7]}-{d[7:]}",f"0{d[:2]} {d[2:6]} {d[6:]}"],'1':[f"{d[:3]}-{d[3:6]}-{d[6:]}",f"{d[:3]} {d[3:6]} {d[6:]} (cell)"]}.get(cc,[g,d])
        return w.ch(intl+nat if country in home else intl)
    def landline(w,country=None):
        if w.lang=='es' and country in('México','Colombia','Chile','Argentina','Perú'):
            cc,a={'México':('52',['722','667','443']),'Colombia':('57',['601','602','604']),'Chile':('56',['2','45','72']),'Argentina':('54',['341','261','11']),'Perú':('51',['1','44'])}[country]
            return f"+{cc} {w.ch(a)} {w.r.randint(200,999)} {w.r.randint(1000,9999)}"
        if w.lang=='es': return w.ch([f"9{w.r.randint(10,89)} {w.r.randint(10,99)} {w.r.randint(10,99)} {w.r.randint(10,99)}",f"0034 9{w.r.randint(10,89)}{w.r.randint(100000,999999)}"])
        if (w.cfg.get('cc') or [''])[0]=='1': return f"{w.ch(['402','912','330','775','515'])}-{w.r.randint(200,999)}-{w.r.randint(1000,9999)}"
        return w.ch([f"01{w.r.randint(200,999)} {w.r.randint(200000,999999)}",f"020 {w.r.randint(3000,8999)} {w.r.randint(1000,9999)}",f"+44 (0)1{w.r.randint(200,999)} {w.r.randint(200000,999999)}"])
    def mail(w,idn,domain,style=None):
        g=slug(idn.given.split()[0]); s=slug(idn.sur if idn.sur.split()[0].lower() in('de','del','van') else idn.sur.split()[0])
        for k in range(50):
            st=style or w.ch(['g.s','gsur','gS','g-s','sg','g.s1','g'])
            a={'g.s':f"{g}.{s}",'gS':f"{g[0]}.{s}",'g':g+(s[0] if k else ''),'g-s':f"{g}-{s}",'sg':f"{s}{g[0]}",'gsur':g+s,'g.s1':f"{g}.{s[0]}"}[st]
            if domain in PUBLICDOM and w.p(.5): a+=str(w.r.randint(60,2004))
            if k>3: a+=str(k)
            if a.split('@')[0] in [x for x,_ in ROLE[w.lang]]: continue
            m=f"{a}@{domain}"
            if m not in w.mails: w.mails.add(m); return m
        raise Exception('mail')
    # --- orgs
    def orgname(w,region=None):
        for _ in range(2000):
            reg=region or w.region()
            if reg=='es':
                core=w.ch(ES_PRE)+' '+w.ch(ES_CORE)
                if w.p(.15): core+=' '+w.ch(ES_SUF)
                if w.p(.12): core=w.ch(ES_CORE)+' '+w.ch(ES_SUF)
                legal=w.ch(ES_LEGAL); country='España'; tld=w.ch(['es','es','com','net','cat' if w.p(.1) else 'es']); city=w.ch(CITY['es'])
            elif reg=='mx':
                country=w.ch([c for c,n in w.cfg.get('latam',[('México',1)]) for _ in range(n)]); core=w.ch(ES_PRE)+' '+w.ch(LAT_CORE)
                legal=w.ch(LAT_LEGAL[country]); tld={'México':'com.mx','Colombia':'com.co','Chile':'cl','Argentina':'com.ar','Perú':'pe'}[country]; city=w.ch(CITY[country])
            elif reg in('uk','us'):
                core=w.ch(EN_CORE)+' '+w.ch(EN_SEC); legal=w.ch(['Ltd','LTD','Limited','LLP','CIC'] if reg=='uk' else ['Inc.','LLC','Co.','Corp','P.C.'])
                country={'uk':'United Kingdom','us':'United States'}[reg]; tld=w.ch(['co.uk','uk','com','org.uk'] if reg=='uk' else ['com','com','us','biz']); city=w.ch(CITY[reg])
            else:
                en,es,cores,legs,c=w.ch(FOREIGN); core=w.ch(cores); legal=w.ch(legs); country=en if w.lang=='en' else es
                if w.p(.6): core=core+' '+w.ch(['Oost','Prime','Europa','Due','Beta','Sol','Aurora','Polo','Verde','Trade'])
                tld={'nl':'nl','it':'it','se':'se','br':'com.br','ro':'ro','pk':'com.pk','jp':'co.jp'}[c]; city=('',''); 
            n=norm_name(core+' '+legal)
            if n in w.names or any(abs(len(n)-len(x))<3 and n[:10]==x[:10] and n!=x and n.split()[:2]==x.split()[:2] for x in w.names): continue
            dom=slug(core) if w.p(.75) else '-'.join(slug(x) for x in core.split() if len(slug(x))>2)
            dom=dom+'.'+tld
            if dom in w.domains or not dom[0].isalnum(): continue
            w.names.add(n); w.domains.add(dom)
            return core,legal,country,city,dom
        raise Exception('names')
    def region(w):
        x=w.r.random()
        for k,v in w.cfg['regions']:
            x-=v
            if x<0: return k
        return w.cfg['regions'][0][0]
    def taxno(w,country):
        n=''.join(w.ch('0123456789') for _ in range(8))
        if country=='España': return w.ch('BBBAFJ')+w.ch(['','-'])+n
        if country=='México': return ''.join(w.ch('BCDGJLMPQT') for _ in range(3))+n[:6]+w.ch('AHK')+n[6:]
        if country=='Chile': return f"{n[:2]}.{n[2:5]}.{n[5:8]}-{w.ch('123456789K')}"
        if country=='Argentina': return f"30-{n}-{w.ch('123456789')}"
        if country=='Colombia': return f"9{n}-{w.ch('123456789')}"
        return {'United Kingdom':'GB'+n+'1','United States':n[:2]+'-'+n[1:]}.get(country,'VAT-'+n)
    def street(w):
        return f"{w.ch(STREET_ES)} {w.r.randint(1,180)}" if w.lang=='es' else f"{w.r.randint(1,240)} {w.ch(STREET_EN)}"
    def mk_org(w,kind='other',file=True,domain=True,evid=None,region=None,name=None,**k):
        core,legal,country,city,dom=w.orgname(region)
        full=core+(legal if legal.startswith(',') else ' '+legal)
        o=O(id=w.nid('001'),core=core,legal=legal,name=full if w.p(.62) else core,country=country,city=city[0],zip=city[1],street=w.street(),phone=w.landline(country),
            domain=dom if domain else '',hid=dom,kind=kind,type=w.ch(w.cfg['types'][kind]),life='',lstat='',shape='company',
            tax=w.taxno(country) if w.p(.55) else '',emp=w.ch([3,8,15,22,35,60,140,310,1200]) if w.p(.5) else '',ind=w.ch(INDUSTRY_EN if w.lang=='en' else INDUSTRY_ES) if w.p(.6) else '',
            custno='',invoice=None,contract=None,supflag=kind=='supplier',rating='',parent=None,note=w.ph('neutral_org') ,note_kind='',left=None,created=w.day(1400,60),owner=w.owner(),
            hn='',intent=[],subsid_of=None,person_account=False,idn=None,lastact=None,noactivity=False,extra='')
        if name: o.name=name; w.names.add(norm_name(name))
        if kind=='customer':
            o.life='customer'; o.lstat='' 
            for e in (evid if evid is not None else w.evid()):
                if e=='won': w.mk_deal(o,'won',w.day(900,20))
                if e=='invoice': o.invoice=w.day(200,12)
                if e=='custno': o.custno=w.cfg['custno_fmt'].format(w.r.randint(1,9999))
                if e=='contract': o.contract=w.day(150,15); o.hn=o.hn or 'contract-ended-recently'
        elif kind=='prospect':
            o.life=w.ch(['lead','lead','mql','subscriber'])
            if w.hs and o.type=='' : pass
            o.lstat=w.ch(['new','working','','attempted']) 
        elif kind in('partner','supplier','competitor','former','other'): o.life=w.ch(['other',''])
        if kind=='supplier' and w.p(.3) : o.type=w.ch(w.cfg['types']['other'])   # only the flag says so
        for a,b in k.items(): setattr(o,a,b)
        (w.orgs if file else w.ghosts).append(o)
        return o
    def evid(w):
        x=w.r.random()
        if x<.35: return ['won']
        if x<.55: return ['won','invoice']
        if x<.70: return ['custno','invoice']
        if x<.82: return ['won','custno']
        if x<.91: return ['custno']
        return ['invoice']
    def ghost(w,region=None): return w.mk_org('other',file=False,region=region)
    def spell(w,o):
        """the firm's name as somebody typed it on a lead"""
        x=w.r.random()
        base=o.name
        if x<.35: return base
        if x<.60: return o.core
        if x<.75: return strip_acc(o.core).upper()
        if x<.88: return o.core+' '+o.legal.strip(', ').replace('.','')
        return strip_acc(o.core).lower()
    # --- person rows
    def row(w,box,idn,org=None,comp=None,email='',**k):
        s=w.cfg['status']
        x=O(id=w.nid('003' if (box=='contact') else '00Q'),box=box,idn=idn,pid=idn.pid,first=idn.given,last=idn.sur,shape='human',email=email,
            mobile=w.fmt_mob(idn.mobile,org.country if org else k.get('country','')) if w.p(.45) else '',phone=w.landline(org.country if org else k.get('country')) if w.p(.5) else '',org=org,comp=comp if comp is not None else (org.name if org else ''),
            title=w.ch(TITLE_EN if w.lang=='en' else TITLE_ES) if w.p(.7) else '',status='' if box=='contact' else 'new',life='',lstat='',
            src='',src_kind='',form='',form_kind='',form_date=None,rating='',note='',note_kind='',conv=False,conv_ids=None,conv_date=None,
            created=w.day(1300,40),owner=w.owner(),hn='',intent=[],optout=w.p(.08),country=(org.country if org else ''),lastact=None,noactivity=False,mobkeep=False)
        for a,b in k.items(): setattr(x,a,b)
        if not x.phone and not x.mobile and not x.email: x.phone=w.landline()
        if w.hs and not x.life:
            if box=='contact':
                x.life='customer' if org is not None and org.kind=='customer' and w.p(.75) else w.ch(['other','','other'])
            else:
                x.life={'qualified':w.ch(['sql','sql','opportunity'])}.get(x.status) or w.ch(['lead','lead','mql'])
        w.pers.append(x); return x
    def set_src(w,x,kind):
        c=w.cfg
        if w.hs:
            if kind in('interest','demo'):
                x.src=w.ch(c['src']['interest']); x.form=w.ch(c['forms'][kind]); x.form_kind=kind
                x.form_date=x.created if w.p(.7) else min(x.created+dt.timedelta(days=w.r.randint(1,40)),w.asof-dt.timedelta(days=4))
            else: x.src=w.ch(c['src']['other'])
            x.src_kind=kind
        else:
            if kind in('interest','demo') and w.p(.22):
                x.src=w.ch(c['src']['other']); x.src_kind='other'; w.member(x,kind,True)
            else: x.src=w.ch(c['src'][kind]); x.src_kind=kind
    def member(w,x,kind,resp,date=None):
        cs=[c for c in w.camps if c.kind==kind]
        if not cs: return
        c=w.ch(cs); d=date or min(x.created+dt.timedelta(days=w.r.randint(0,30)),w.asof-dt.timedelta(days=5))
        c.start=min(c.start,d)
        w.members.append(O(id=w.sfid('00v'),camp=c,x=x,status=w.ch(w.cfg['mstat'][kind][0 if resp else 1]),resp=resp,date=d,kind=kind))
    def lead(w,idn=None,o=None,status=None,dom='corp',srck='interest',**k):
        idn=idn or w.ident(); o=o or w.ghost()
        status=status or w.ch(['new']*5+['attempted']*2+['working']*4+['nurture'])
        e=w.mail(idn,w.ch(FREE) if dom=='free' else (o.hid if dom=='corp' else dom))
        comp=k.pop('comp',None) or w.spell(o)
        x=w.row('lead',idn,None,comp,e,status=status,country=o.country,**k)
        if srck: w.set_src(x,srck)
        if w.p(.25): x.note=w.ph('neutral_note')
        return x
    def act(w,x,kind,days=None,org=None,form=None):
        """kind: sales neutral service partner vendor unans email planned planned_n noshow"""
        f=x.idn.given.split()[0] if x is not None and x.shape=='human' else None
        lo=max(4,min((w.asof-x.created).days-1,700)) if x is not None else 300
        d=w.day(days,days) if isinstance(days,int) else (w.day(*days) if days else w.day(lo,4))
        if form is None:
            form={'sales':w.ch(['task','event','event']),'neutral':w.ch(['task','task','call','event']),'service':w.ch(['task','event','event']),'partner':w.ch(['event','task']),'vendor':w.ch(['event','task']),
              'unans':'call','email':'email','prep':'task','planned':'task','planned_n':'task','noshow':'event' }[kind]
        if kind=='noshow': subj=w.ph('planned',f=f)
        else: subj=w.ph(kind,f=f)
        if kind=='neutral':
            q=subj.lower()
            if any(z in q for z in('rang','phone','spoke','call','follow-up ring','llam','marqué','hablé','teléfono','plática','devuelta')): form='call'
            elif any(z in q for z in('breakfast','lunch','said hi','bumped','desayuno','comida','saludado','coincidimos')): form='event'
            else: form='task'
        body=w.ch(w.P['sales_body']) if kind=='sales' else ''
        a=O(id=None,x=x,org=org if org is not None else (x.org if x is not None else None),kind=kind,date=d,form=form,subj=subj,body=body,done=kind not in('planned','planned_n','noshow'),owner=w.owner())
        w.acts.append(a); return a
    def mk_deal(w,o,state,close=None,persons=(),created=None,name=None):
        close=close or (w.day(500,10) if state!='open' else w.day(120,1))
        created=created or close-dt.timedelta(days=w.r.randint(20,160))
        if state=='open': created=min(created, w.asof-dt.timedelta(days=w.r.randint(6,90)))
        base=(o.core if o else (persons[0].idn.sur if persons else 'x'))
        nm=name or w.ch([f"{base} | {w.ch(w.cfg['prod'])}",f"[{close.year}] {base}",f"{w.ch(w.cfg['prod'])} ({base})",f"{base} Q{(close.month+2)//3}/{close.year%100}",base])
        d=O(id=w.nid('006'),org=o,state=state,close=close,created=created,persons=list(persons),name=nm,stage=w.ch(w.cfg['stages'][state]),amount=w.r.randint(6,900)*50,owner=w.owner())
        w.deals.append(d); return d
