#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Reads the CSV files alone (plus sets.py for which picklist value means what and render.ES for Spanish headers) and reckons
links, dates, domains, deals, names again; wording by regular expressions of its own. Prints every row where it differs from the truth."""
import csv,sys,os,re,datetime as dt,collections,unicodedata
H=os.path.dirname(os.path.abspath(__file__)); sys.path.insert(0,H)
from sets import SETS; from render import ES, HSL
PUB=set("gmail.com outlook.com hotmail.com googlemail.com hotmail.co.uk ymail.com yahoo.com.mx yahoo.com.ar mail.com protonmail.com web.de orange.fr libero.it icloud.com hotmail.fr mac.com live.co.uk sky.com talktalk.net verizon.net cox.net prodigy.net.mx jazztel.es vtr.net terra.es bcs.org doctors.org.uk icav.es coam.org ciccp.es nhs.scot edu.xunta.gal educa.madrid.org mailinator.com".split())
LEG=r"(,?\s+(ltd|limited|plc|llp|inc|llc|corp|pty ltd|s\.?\s?l\.?u?\.?|s\.?\s?a\.?u?\.?|s\.?l\.?l\.?|s\.?\s?coop\.?|c\.?b\.?|s\.?a\.? de c\.?v\.?|s\.? de r\.?l\.? de c\.?v\.?|s\.?a\.?s\.?|ltda\.?|spa|s\.?r\.?l\.?|s\.?a\.?c\.?|e\.?i\.?r\.?l\.?|s\.?a\.?p\.?i\.? de c\.?v\.?|s\.?c\.?|s\.?a\.?t\.?|s\.?c\.?p\.?|s\.?l\.?p\.?|limitada|b\.?v\.?|n\.?v\.?|ab|k\.?k\.?|s\.?p\.?a\.?|cic|p\.?c\.?|pvt ltd|\(?private\)? limited|co\.?,? ltd\.?|co)\.?)$"
def na(s): return ''.join(c for c in unicodedata.normalize('NFKD',(s or '').replace('ł','l').replace('Ł','L')) if not unicodedata.combining(c)).lower().strip()
def nn(s):
    s=na(s)
    for _ in range(3): s=re.sub(LEG,'',s)
    return re.sub(r'[^a-z0-9]+',' ',s.replace('·','').replace("'",'')).strip()
def load(d,f,enc='utf-8-sig'):
    p=os.path.join(d,f+'.csv')
    if not os.path.exists(p): return []
    with open(p,encoding=enc,newline='') as h:
        delim=';' if h.readline().count(';')>3 else ','; h.seek(0); R=list(csv.reader(h,delimiter=delim)); R[0][0]=R[0][0].lstrip('\ufeff'); head=R[0]; assert all(len(r)==len(head) for r in R),(p,)
        return [dict(zip(head,r),_row=i+2) for i,r in enumerate(R[1:])]
MDY=False
def D(s):
    if not s: return None
    m=re.match(r'(\d\d?)/(\d\d?)/(\d{4})',s)
    if m: return dt.date(int(m[3]),int(m[1]),int(m[2])) if MDY else dt.date(int(m[3]),int(m[2]),int(m[1]))
    return dt.date.fromisoformat(s[:10])
T=lambda s:str(s).lower() in('true','1','yes','sí','verdadero')
SALES=re.compile(r"(?i)scoping|disco|demo|fact-find|quot|proposal|require|pric|needs analysis|estimate|our offer|specs|costings|reqs call|qué necesita|descubrimiento|necesidades|propuesta|oferta|requer|precio|presu|cotizaci|requisit|costos con")
PREP=re.compile(r"(?i)prepared|booked|invite|drafted|built|set up demo|asked pre|preparada|reservada|convocatoria|borrador|montada|entorno de demo|preventa")
UNANS=re.compile(r"(?i)nobody|unsuccessful|no contest|sin éxito|sin exito")
CAMPDEMO=re.compile(r"(?i)demo|rate quote|cotiza|presupuesto")
SRCDEMO=re.compile(r"(?i)quote|\bdemo|cotizaci|demostrac|oferta en la web|presupuesto|price my|cotizar|pricing")
BANT=re.compile(r"(?i)budget|to spend|ringfenced|agreed internally|\bB: |capex|grant came|en el plan|para gastar|ha apartado|acordados|inversi[oó]n de|dispone de|subvenci|autorizados|al mes hablados")
FORMER=re.compile(r"(?i)contract terminated|lost to a rival|stopped buying|ceased trading|was a client till|closed the account|past customer|not a client any|lapsed|rescindieron|se nos fue con|dejaron de comprarnos|caus[oó] baja|fue cliente hasta|cerr[oó] la cuenta|cliente anterior|no es cliente ya|cancel[oó] en")
SELF={'supplier':re.compile(r"(?i)we rent our|our account manager at|does our accounts|supplies our|vendor of ours|deliver our|pay them|designer we use|supplier to us|le alquilamos|nuestro ejecutivo|somos sus clientes|nos surte|proveedora nuestra|nos traen|le pagamos|que usamos|para nosotros en embalaje"),
 'partner':re.compile(r"(?i)agent of ours|authorised dealer|partner programme|partner of ours|our franchisee|white-labels|buys from us to sell|agente nuestro|concesionario autorizado|programa de partners|partner implantador|franquiciado|con su marca|nos compra para vender"),
 'competitor':re.compile(r"(?i)one of our competitors|rival company|this is the competition|competing firm|competitor in disguise|biggest competitor|nuestros competidores|empresa rival|son la competencia|compite con|competencia disfrazada|mayor competidor")}
def run(name):
    global MDY; MDY=name=='hs-en-1'
    cfg=SETS[name]; d=os.path.join(H,name); hs=cfg['vendor']=='hs'; asof=dt.date.fromisoformat(cfg['asof']); c=cfg['cust']; own=cfg['own'][1]
    inv=lambda m:{v:k for k,vs in m.items() for v in (vs if isinstance(vs,list) else [vs]) if v}
    truth={(t['file'],int(t['row'])):t for t in csv.DictReader(open(os.path.join(H,name+'.truth.csv'),encoding='utf-8',newline=''))}
    es=cfg['labels']=='es'
    def A(f,rows):
        if hs: m={v:k for k,v in HSL.get(name,{}).get(f,{}).items()}
        elif not es: return rows
        else: m={v:k for k,v in ES[f].items()}
        return [{m.get(k,k):v for k,v in r.items()} for r in rows]
    bad=0; maxd=dt.date(2000,1,1)
    stI=inv(cfg['status']); tyI=inv(cfg['types']); rate=inv(cfg['rating'])
    O={}; Pn=[]; deals=[]; acts=collections.defaultdict(list); mem=collections.defaultdict(list); notes=collections.defaultdict(str)
    if not hs:
        for r in A('Account',load(d,'Account')):
            O[r['Id']]=dict(file='Account.csv',row=r['_row'],id=r['Id'],name=r['Name'],dom=re.sub(r'^(https?://)?(www\.)?','',r['Website']).strip('/'),kind=tyI.get(r['Type'],'other'),sup=T(r[c['supplier']]),cust=tyI.get(r['Type'])=='customer',pros=tyI.get(r['Type'])=='prospect',ev=bool(r[c['custno']] or r[c['invoice']] or r[c['contract']]),contract=D(r[c['contract']]),note=r['Description'],tax=r[c['tax']],emp=r['NumberOfEmployees'],ind=r['Industry'],phone=r['Phone'],street=r['BillingStreet'],zip=r['BillingPostalCode'],parent=r['ParentId'],rating=rate.get(r['Rating'],''),act=[D(r['CreatedDate']),D(r['LastActivityDate'])],lstat='',pa=T(r.get('IsPersonAccount','')),formertype=False,life='')
        for f,box in(('Contact','contact'),('Lead','lead')):
            for r in A(f,load(d,f)):
                st='' if box=='contact' else stI[r['Status']]
                conv=T(r.get('IsConverted','')); ids=bool(r.get('ConvertedContactId') or r.get('ConvertedAccountId'))
                Pn.append(dict(file=f+'.csv',row=r['_row'],id=r['Id'],box=box,first=r['FirstName'],last=r['LastName'],mail=r['Email'].lower(),mob=re.sub(r'\D','',r['MobilePhone'])[-9:],phone=r['Phone'],org=r.get('AccountId',''),comp=r.get('Company',''),st=st,conv=conv or ids,fun=box=='lead' and not(conv and st=='converted'),decl='contact' if box=='contact' or (conv and st=='converted') else 'lead' if st=='qualified' else 'prospect',src=r['LeadSource'],note=r['Description'],rating=rate.get(r.get('Rating',''),''),act=[D(r['CreatedDate']),D(r['LastActivityDate'])],life=''))
        for r in A('Opportunity',load(d,'Opportunity')): deals.append(dict(id=r['Id'],org=r['AccountId'],st='won' if T(r['IsWon']) else 'lost' if T(r['IsClosed']) else 'open',close=D(r['CloseDate']),ps=[]))
        by={q['id']:q for q in deals}
        for r in load(d,'OpportunityContactRole'): by[r['OpportunityId']]['ps'].append(r['ContactId'])
        for r in A('Task',load(d,'Task')): acts[r['WhoId']].append((r['Subject'],T(r['IsClosed']) and True,D(r['ActivityDate']),{'Call':'call','Llamada':'call','Email':'email'}.get(r['TaskSubtype'],'task')))
        for r in A('Event',load(d,'Event')):
            ns=bool(re.search(r"(?i)postponed|moved, new|nobody joined|cancelled|not take place|aplazada|cancel[oó]|no apareci|no se celebr|reagendar",r['Subject'])); acts[r['WhoId']].append((r['Subject'],not ns,D(r['StartDateTime']),'event'))
        cam={r['Id']:r['Name'] for r in A('Campaign',load(d,'Campaign'))}
        for r in A('CampaignMember',load(d,'CampaignMember')): mem[r['LeadId'] or r['ContactId']].append((cam[r['CampaignId']],T(r['HasResponded']),D(r['FirstRespondedDate'])))
        ids={x['id'] for x in Pn}; assert all(k in ids for k in list(acts)+list(mem))
    else:
        api=cfg['labels']=='api'; g=lambda r,l,a:r[a] if api else r[l]
        lfI=inv(cfg['life'])
        for r in A('companies',load(d,'companies')):
            lf=lfI.get(g(r,'Lifecycle Stage','lifecyclestage'),''); ty=g(r,'Type','type'); k=tyI.get(ty,'') or 'other'
            O[g(r,'Record ID','hs_object_id')]=dict(file='companies.csv',row=r['_row'],id=g(r,'Record ID','hs_object_id'),name=g(r,'Company name','name'),dom=g(r,'Company Domain Name','domain'),kind=k,sup=T(r[c['supplier']]),cust=lf=='customer',pros=lf in('subscriber','lead','mql','sql','opportunity') or k=='prospect',ev=bool(r[c['custno']] or r[c['invoice']] or r[c['contract']]),contract=D(r[c['contract']]),note=g(r,'Description','description'),tax=r[c['tax']],emp=g(r,'Number of Employees','numberofemployees'),ind=g(r,'Industry','industry'),phone=g(r,'Phone Number','phone'),street=g(r,'Street Address','address'),zip=g(r,'Postal Code','zip'),parent=g(r,'Parent Company','hs_parent_company_id'),rating=rate.get(r[cfg['ratcol']],''),act=[D(g(r,'Create Date','createdate')),D(g(r,'Last Activity Date','notes_last_updated'))],lstat=stI.get(g(r,'Lead Status','hs_lead_status'),''),pa=False,formertype=k=='former',life=lf)
        for r in A('contacts',load(d,'contacts')):
            lf=lfI.get(g(r,'Lifecycle Stage','lifecyclestage'),''); stl=g(r,'Lead Status','hs_lead_status')
            Pn.append(dict(file='contacts.csv',row=r['_row'],id=g(r,'Record ID','hs_object_id'),box='',first=g(r,'First Name','firstname'),last=g(r,'Last Name','lastname'),mail=g(r,'Email','email').lower(),mob=re.sub(r'\D','',g(r,'Mobile Phone Number','mobilephone'))[-9:],phone=g(r,'Phone Number','phone'),org=g(r,'Associated Company IDs','associatedcompanyid'),comp=g(r,'Company Name','company'),st={'new':'new','attempted':'attempted','disq':'disq'}.get(stI.get(stl,''),'other' if stl else ''),conv=False,fun=lf in('subscriber','lead','mql','sql','opportunity'),decl='lead' if lf in('sql','opportunity') else 'prospect' if lf in('subscriber','lead','mql') else 'contact',src=g(r,'Recent Conversion','recent_conversion_event_name'),note='',rating=rate.get(r[cfg['ratcol']],''),act=[D(g(r,'Create Date','createdate')),D(g(r,'Last Activity Date','notes_last_updated')),D(g(r,'First Conversion Date','first_conversion_date'))],life=lf))
        X='Associated Contact IDs'; Y='Associated Company IDs'
        for r in A('deals',load(d,'deals')): deals.append(dict(id=g(r,'Record ID','hs_object_id'),org=r[Y],st='won' if T(g(r,'Is Closed Won','hs_is_closed_won')) else 'lost' if T(g(r,'Is Deal Closed?','hs_is_closed')) else 'open',close=D(g(r,'Close Date','closedate')),ps=[z for z in r[X].split(';') if z]))
        for r in A('tasks',load(d,'tasks')): acts[r[X]].append((g(r,'Task Title','hs_task_subject'),g(r,'Task Status','hs_task_status').lower()in('completed','completada'),D(g(r,'Due date','hs_timestamp')),'email' if g(r,'Task Type','hs_task_type').lower() in('email','correo') else 'task'))
        for r in A('calls',load(d,'calls')): acts[r[X]].append((g(r,'Call Title','hs_call_title'),True,D(g(r,'Activity date','hs_timestamp')),'call' if g(r,'Call outcome','hs_call_disposition') not in('Connected','Conectado','f240bbac-87c9-4f6e-bf70-924b57d47db7') else 'callok'))
        for r in A('meetings',load(d,'meetings')): acts[r[X]].append((g(r,'Meeting name','hs_meeting_title'),g(r,'Meeting outcome','hs_meeting_outcome').lower()in('completed','completada'),D(g(r,'Activity date','hs_timestamp')),'event'))
        for r in A('emails',load(d,'emails')): acts[r[X]].append((g(r,'Email subject','hs_email_subject'),True,D(g(r,'Activity date','hs_timestamp')),'email'))
        for r in A('notes',load(d,'notes')): notes[r[X]]+=g(r,'Note body','hs_note_body'); acts['_n'+r[X]].append(('',True,D(g(r,'Activity date','hs_timestamp')),'note'))
        for x in Pn: x['note']=notes[x['id']]
    for x in list(O.values())+Pn:
        for q in x['act']:
            if q: maxd=max(maxd,q)
    for L in acts.values():
        for a in L: maxd=max(maxd,a[2])
    for q in deals: maxd=max(maxd,q['close'])
    if not (maxd<asof): print(name,'DATE',maxd,asof)
    od=collections.defaultdict(list); pd=collections.defaultdict(list)
    for q in deals:
        od[q['org']].append(q)
        for z in q['ps']: pd[z].append(q)
        assert q['org']=='' or q['org'] in O
    dom=collections.defaultdict(list); nam=collections.defaultdict(list)
    for o in O.values():
        if o['dom']: dom[o['dom'].split('/')[0].lower()].append(o)
        nam[nn(o['name'])].append(o)
        o['won']=[q for q in od[o['id']] if q['st']=='won']; o['evid']=bool(o['ev'] or o['won'])
        e=None; f=bool(FORMER.search(o['note'])) or (o['cust'] and o['formertype'])
        if o['contract'] and (asof-o['contract']).days>180: f=True; e=o['contract']
        o['former']=bool(o['cust'] and f and not any(q['st']=='open' for q in od[o['id']]) and not any(e and q['close']>e for q in o['won']))
        o['iscust']=o['cust'] and o['evid']
    pdm=collections.defaultdict(list)
    for x in Pn:
        if not x['fun'] and x['org'] and not O[x['org']]['dom'] and '@' in x['mail']:
            q=x['mail'].split('@')[1]
            if q not in PUB and q not in dom: pdm[q].append(O[x['org']])
    def works(x):
        L={}
        if x['org']: L[x['org']]='link'
        q=x['mail'].split('@')[-1] if '@' in x['mail'] else ''
        if q and q not in PUB:
            ps=q.split('.')
            for i in range(len(ps)-1):
                k='.'.join(ps[i:])
                if k in PUB: break
                hit=dom.get(k) or pdm.get(k)
                if hit:
                    for o in hit: L.setdefault(o['id'],'dom' if k in dom and i==0 else 'weak')
                    break
        if nn(x['comp']): 
            for o in nam.get(nn(x['comp']),[]): L.setdefault(o['id'],'name')
        subs=[O[i]['parent'] for i in L if O[i]['parent'] and not O[i]['iscust']]
        return [(O[i],h) for i,h in L.items() if i not in subs]
    cm=collections.defaultdict(list); cb=collections.defaultdict(list)
    nm=lambda e:re.sub(r'\+[^@]*','',e)
    for x in Pn:
        if not x['fun'] and not(x['box']=='lead'):
            if x['mail']: cm[nm(x['mail'])].append(x)
            if x['mob']: cb[x['mob']].append(x)
    cnt=collections.Counter()
    def diff(x,code,val,kinds=None):
        nonlocal bad
        t=truth[(x['file'],x['row'])]; a=code in t['codes'].split('|'); op=code in t['open_codes'].split('|')
        cnt[code,'n']+=a
        if bool(val)!=a and not(op):
            bad+=1; print(f"  {name} {x['file']}:{x['row']} {code} truth={a} verify={bool(val)} codes={t['codes']} hn={t['hard_negative']} note={t['note'][:50]} :: { {k:x[k] for k in ('first','last','mail','comp','st','life','src','note','name','dom','kind') if k in x and x[k]} }")
    for x in Pn:
        t=truth[(x['file'],x['row'])]
        if 'test-record' in t['codes']: continue
        shape=not({'organization-as-person','role-mailbox-as-person'}&set(t['codes'].split('|')))
        W=works(x); a=acts[x['id']]; me=mem[x['id']]; q=pd[x['id']]
        sales=any(k and SALES.search(q2) and not PREP.search(q2) and (ty in('task','event','callok') or (ty=='call' and not hs and not UNANS.search(q2))) for q2,k,_,ty in a) or bool(SRCDEMO.search(x['src'])) or any(r and CAMPDEMO.search(n) for n,r,_ in me) or (BANT.search(x['note']) is not None)
        oo=any(z['st']=='open' for z in q); no=any(z['st']=='open' for o,h in W if h in('link','name') for z in od[o['id']]); wo=any(z['st']=='open' for o,h in W for z in od[o['id']])
        if x['fun']:
            if shape: diff(x,'lead-is-customer',any(o['iscust'] and not o['former'] for o,h in W) and not x['conv'])
            k=[]
            if x['mail']: k+=[y for y in cm[nm(x['mail'])] if na(y['first']).split()[:1]==na(x['first']).split()[:1] or (na(y['last']).split()[:1]==na(x['last']).split()[:1] and na(y['first'])[:1]!='' and not t['hard_negative'])]
            if x['mob']: k+=[y for y in cb[x['mob']] if na(x['last']).split()[0] in na(y['last'])]
            diff(x,'lead-and-contact',bool([y for y in k if y is not x]) and not x['conv'])
            diff(x,'employee-as-lead',any(x['mail'].endswith('@'+z) or x['mail'].endswith('.'+z) for z in own))
            strong=set(t['codes'].split('|'))&{'lead-is-customer','lead-and-contact','supplier-as-lead','partner-as-lead','competitor-as-lead','employee-as-lead','stage-contradicts-deal','conversion-unfinished','organization-as-person','role-mailbox-as-person'}
            if not strong:
                diff(x,'prospect-qualified',x['st']=='new' and x['decl']=='prospect' and (sales or oo or no or wo))
                diff(x,'lead-unqualified',x['decl']=='lead' and not(sales or oo or no or wo))
            if shape:
                for kd in('supplier','partner','competitor'): diff(x,kd+'-as-lead',(any(o['kind']==kd or (kd=='supplier' and o['sup']) for o,h in W) or SELF[kd].search(x['note'])) and not sales)
            if hs: diff(x,'stage-contradicts-deal',any(z['st']=='won' for z in q))
        else:
            if shape and x['box']!='lead':
                dq=x['mail'].split('@')[-1]
                diff(x,'contact-without-organization',not x['org'] and dq in dom and dq not in PUB)
                ints=bool(x['src'] and not re.search(r"(?i)^(word of mouth|introduced by client|staff recommendation|outbound prospecting|data migration|networking group|unknown|boca a boca|lo trajo un cliente|prospectado por vendedor|carga de excel viejo|gremio|no se sabe|de un conocido|cliente nos lo pasa|visita en frío|volcado antiguo|cámara de comercio|varios|bought data.*|base adquirida.*|fichero comprado.*)$",x['src'])) or any(r for n,r,_ in me if not re.search('(?i)gift box|agenda de regalo|lotes de navidad',n))
                diff(x,'contact-is-prospect',ints and not any(k for _,k,_,_ in a) and not q and all(o['pros'] and not od[o['id']] and not o['evid'] for o,h in W) and x['life'] not in('customer','evangelist'))
            if hs and x['life'] in('customer','evangelist'):
                diff(x,'stage-contradicts-deal',not any(z['st']=='won' for z in q) and not any(o['evid'] for o,h in W))
                diff(x,'conversion-unfinished',any(z['st']=='won' for z in q) and x['st'] in('new','attempted'))
                diff(x,'former-customer-as-customer',x['org'] and O[x['org']]['former'] and not any(z['st'] in('won','open') for z in q))
        if not hs and x['box']=='lead': diff(x,'conversion-unfinished',x['conv'] and x['st'] in('new','attempted','working','nurture'))
        last=max([z for z in x['act'] if z]+[z for _,k,z,_ in a if k]+[z for _,r,z in me if r and z]+[z['close'] for z in q if z['st']!='open'])
        diff(x,'temperature-contradicts',x['rating']=='hot' and (x['st']=='disq' or (asof-last).days>548))
    for o in O.values():
        t=truth[(o['file'],o['row'])]
        if 'test-record' in t['codes']: continue
        diff(o,'stage-contradicts-deal',o['cust'] and not o['evid'] or o['pros'] and o['won'] and not o['pa'])
        diff(o,'former-customer-as-customer',o['former'])
        last=max([z for z in o['act'] if z]+[z['close'] for z in od[o['id']] if z['st']!='open'])
        diff(o,'temperature-contradicts',o['rating']=='hot' and (o['lstat']=='disq' or (asof-last).days>548))
        dg=lambda s:re.sub(r'\D','',s)
        tw=[p for p in O.values() if p is not o and p['iscust'] and o['pros'] and not o['parent'] and ((o['dom'] and o['dom'].split('/')[0]==p['dom'].split('/')[0]) or (nn(o['name'])==nn(p['name']) and ((o['phone'] and dg(o['phone'])==dg(p['phone'])) or (o['tax'] and o['tax']==p['tax']) or (o['street'] and (o['street'],o['zip'])==(p['street'],p['zip'])))))]
        diff(o,'organization-in-two-classes',bool(tw))
        if t['codes'] and 'person-as-organization' in t['codes'] and (o['dom'] or o['tax'] or o['emp'] or o['ind']): print('   person-as-org with firm marks',name,o['row'])
    assert len(truth)==len(O)+len(Pn)
    # duplicates of persons within mobiles of different people
    return bad
if __name__=='__main__':
    b=0
    for n in (sys.argv[1:] or SETS): 
        k=run(n); print(n,'differences',k); b+=k
    sys.exit(b>0)
