# -*- coding: utf-8 -*-
import csv, os, datetime as dt, random
from world import *
ALL="lead-is-customer lead-and-contact conversion-unfinished organization-as-person person-as-organization role-mailbox-as-person contact-without-organization contact-is-prospect lead-unqualified prospect-qualified stage-contradicts-deal temperature-contradicts former-customer-as-customer supplier-as-lead partner-as-lead competitor-as-lead employee-as-lead test-record two-people-in-one-row organization-in-two-classes no-connection lead-unreachable contact-is-lead".split()
ES={ # Salesforce UI in Spanish, from memory of the product
'Account':dict(Id='Id. de la cuenta',Name='Nombre de la cuenta',Type='Tipo',ParentId='Id. de la cuenta principal',Industry='Sector',Rating='Calificación',Phone='Teléfono',Website='Sitio Web',BillingStreet='Calle de facturación',BillingCity='Ciudad de facturación',BillingPostalCode='Código postal de facturación',BillingCountry='País de facturación',NumberOfEmployees='Empleados',Description='Descripción',OwnerId='Propietario de la cuenta',CreatedDate='Fecha de creación',LastModifiedDate='Fecha de la última modificación',LastActivityDate='Última actividad'),
'Contact':dict(Id='Id. del contacto',AccountId='Id. de la cuenta',AccountName='Nombre de la cuenta',Salutation='Tratamiento',FirstName='Nombre',LastName='Apellidos',Title='Cargo',Email='Correo electrónico',Phone='Teléfono',MobilePhone='Móvil',MailingStreet='Calle de correo',MailingCity='Ciudad de correo',MailingPostalCode='Código postal de correo',MailingCountry='País de correo',LeadSource='Origen del candidato',Description='Descripción',HasOptedOutOfEmail='No admite correo electrónico',OwnerId='Propietario del contacto',CreatedDate='Fecha de creación',LastModifiedDate='Fecha de la última modificación',LastActivityDate='Última actividad'),
'Lead':dict(Id='Id. del candidato',Salutation='Tratamiento',FirstName='Nombre',LastName='Apellidos',Title='Cargo',Company='Compañía',Email='Correo electrónico',Phone='Teléfono',MobilePhone='Móvil',Street='Calle',City='Ciudad',PostalCode='Código postal',Country='País',Status='Estado del candidato',LeadSource='Origen del candidato',Rating='Calificación',Description='Descripción',HasOptedOutOfEmail='No admite correo electrónico',OwnerId='Propietario del candidato',IsConverted='Convertido',ConvertedDate='Fecha de conversión',ConvertedAccountId='Id. de la cuenta convertida',ConvertedContactId='Id. del contacto convertido',ConvertedOpportunityId='Id. de la oportunidad convertida',CreatedDate='Fecha de creación',LastModifiedDate='Fecha de la última modificación',LastActivityDate='Última actividad'),
'Opportunity':dict(Id='Id. de la oportunidad',AccountId='Id. de la cuenta',AccountName='Nombre de la cuenta',Name='Nombre de la oportunidad',StageName='Etapa',Amount='Importe',Probability='Probabilidad (%)',CloseDate='Fecha de cierre',IsClosed='Cerrada',IsWon='Ganada',Type='Tipo',OwnerId='Propietario de la oportunidad',CreatedDate='Fecha de creación',LastModifiedDate='Fecha de la última modificación'),
'Task':dict(Id='Id. de la actividad',Subject='Asunto',ActivityDate='Fecha de vencimiento',Status='Estado',IsClosed='Cerrada',CompletedDateTime='Fecha de finalización',Priority='Prioridad',WhoId='Id. de contacto o candidato',WhatId='Relacionado con (Id.)',AccountId='Id. de la cuenta',OwnerId='Asignado',Type='Tipo',TaskSubtype='Subtipo de tarea',CallType='Tipo de llamada',CallDisposition='Resultado de la llamada',Description='Comentarios',CreatedDate='Fecha de creación'),
'Event':dict(Id='Id. de la actividad',Subject='Asunto',StartDateTime='Inicio',EndDateTime='Fin',DurationInMinutes='Duración',WhoId='Id. de contacto o candidato',WhatId='Relacionado con (Id.)',AccountId='Id. de la cuenta',OwnerId='Asignado',Type='Tipo',Location='Ubicación',Description='Descripción',CreatedDate='Fecha de creación'),
'Campaign':dict(Id='Id. de la campaña',Name='Nombre de la campaña',Type='Tipo',Status='Estado',IsActive='Activa',StartDate='Fecha de inicio',EndDate='Fecha de finalización',OwnerId='Propietario de la campaña',CreatedDate='Fecha de creación'),
'CampaignMember':dict(Id='Id. del miembro de la campaña',CampaignId='Id. de la campaña',LeadId='Id. del candidato',ContactId='Id. del contacto',Status='Estado de miembro',HasResponded='Respondido',FirstRespondedDate='Fecha de la primera respuesta',CreatedDate='Fecha de creación'),
'User':dict(Id='Id. de usuario',Username='Nombre de usuario',Email='Correo electrónico',FirstName='Nombre',LastName='Apellidos',IsActive='Activo',CreatedDate='Fecha de creación'),
}
DISP={'en':["No answer","Left voicemail","Busy"],'es':["No contesta","Buzón de voz","Comunica"]}
UU={"No answer":"73a0d17f-1163-4015-bdd5-ec830791da20","Left voicemail":"b2cf5968-551e-4856-9783-52b3da59a7d0","Busy":"9d9162e7-6cf3-4944-bf63-4dff82258764","Connected":"f240bbac-87c9-4f6e-bf70-924b57d47db7"}
def noshow(w,s):
    return w.ch([s+" (no show)","CANCELLED - "+s,s+" - didn't turn up","No-show: "+s]) if w.lang=='en' else w.ch([s+" (no se presentó)","CANCELADA - "+s,s+" - nos dejó plantados","ANULADA: "+s])

def sf(w,d):
    es=w.cfg['labels']=='es'; L=w.lang; r=w.r
    sid=(lambda i:i[:15]) if es else (lambda i:i)
    D=(lambda x:x.strftime('%d/%m/%Y') if x else '') if es else (lambda x:x.isoformat() if x else '')
    def DT(x,h=None):
        if not x: return ''
        if es: return x.strftime('%d/%m/%Y')
        return f"{x.isoformat()}T{(h if h is not None else r.randint(7,17)):02d}:{r.randint(0,59):02d}:{r.randint(0,59):02d}.000Z"
    B=(lambda v:'1' if v else '0') if es else (lambda v:'true' if v else 'false')
    own=(lambda u:f"{u.first} {u.last}") if es else (lambda u:u.id)
    def mod(c): 
        n=(w.asof-c).days
        return w.day(max(3,min(n,200)),3)
    def out(name,cols,rows):
        os.makedirs(d,exist_ok=True)
        lab=ES.get(name,{}) if es else {}
        with open(os.path.join(d,name+'.csv'),'w',encoding='utf-8-sig' if es else 'utf-8',newline='') as f:
            cw=csv.writer(f,quoting=csv.QUOTE_ALL,lineterminator='\r\n' if es else '\n'); cw.writerow([lab.get(c,c) for c in cols])
            for x in rows: cw.writerow([x.get(c,'') for c in cols])
    c=w.cfg['cust']; order={}
    # accounts
    r.shuffle(w.orgs); rows=[]
    for i,o in enumerate(w.orgs):
        order[o.id]=('Account.csv',i+2)
        v=dict(Id=sid(o.id),Name=o.name,Type=o.type,ParentId=sid(o.parent.id) if o.parent else '',Industry=o.ind,Rating=w.cfg['rating'].get(o.rating,''),Phone=o.phone,Website=w.ch(['www.'+o.domain,'https://www.'+o.domain,o.domain,'http://'+o.domain+'/']) if o.domain else '',
          BillingStreet=o.street+(w.ch(['\n2nd floor','\nUnit 4']) if w.p(.06) and L=='en' and not hasattr(o,'dup') and not o.intent else ''),BillingCity=o.city,BillingPostalCode=o.zip,BillingCountry=o.country,NumberOfEmployees=o.emp,Description=o.note,OwnerId=own(o.owner),CreatedDate=DT(o.created),LastModifiedDate=DT(mod(o.created)),LastActivityDate=D(o.lastact))
        v[c['custno']]=o.custno; v[c['invoice']]=D(o.invoice); v[c['contract']]=D(o.contract); v[c['tax']]=o.tax; v[c['supplier']]=B(o.supflag); v[c['extra']]=w.ch(['']+w.cfg['xv']) if o.shape=='company' else ''
        if w.cfg.get('person_accounts'):
            v['IsPersonAccount']=B(o.person_account)
            if o.person_account: v.update(FirstName=o.idn.given,LastName=o.idn.sur,PersonEmail=o.pmail)
        rows.append(v)
    cols=['Id','Name','Type','ParentId','Industry','Rating','Phone','Website','BillingStreet','BillingCity','BillingPostalCode','BillingCountry','NumberOfEmployees','Description','OwnerId','CreatedDate','LastModifiedDate','LastActivityDate',c['custno'],c['invoice'],c['contract'],c['tax'],c['supplier'],c['extra']]
    if w.cfg.get('person_accounts'): cols+=['IsPersonAccount','FirstName','LastName','PersonEmail']
    out('Account',cols,rows)
    r.shuffle(w.pers)
    cc=[x for x in w.pers if x.box=='contact']; ll=[x for x in w.pers if x.box=='lead']; rows=[]
    for i,x in enumerate(cc):
        order[x.id]=('Contact.csv',i+2); o=x.org
        rows.append(dict(Id=sid(x.id),AccountId=sid(o.id) if o else '',AccountName=o.name if o else '',FirstName=x.first,LastName=x.last,Title=x.title,Email=x.email,Phone=x.phone,MobilePhone=x.mobile,MailingStreet=o.street if o and w.p(.3) else '',MailingCity=o.city if o and w.p(.4) else '',MailingPostalCode='',MailingCountry=x.country,LeadSource=x.src,Description=x.note,HasOptedOutOfEmail=B(x.optout),OwnerId=own(x.owner),CreatedDate=DT(x.created),LastModifiedDate=DT(mod(x.created)),LastActivityDate=D(x.lastact)))
    out('Contact',['Id','AccountId']+(['AccountName'] if es else [])+['FirstName','LastName','Title','Email','Phone','MobilePhone','MailingStreet','MailingCity','MailingPostalCode','MailingCountry','LeadSource','Description','HasOptedOutOfEmail','OwnerId','CreatedDate','LastModifiedDate','LastActivityDate'],rows)
    rows=[]
    for i,x in enumerate(ll):
        order[x.id]=('Lead.csv',i+2); o,k,q=x.conv_ids or (None,None,None)
        rows.append(dict(Id=sid(x.id),Salutation='',FirstName=x.first,LastName=x.last,Title=x.title,Company=x.comp,Email=x.email,Phone=x.phone,MobilePhone=x.mobile,Street='',City='',Country=x.country,Status=w.ch(w.cfg['status'][x.status]),LeadSource=x.src,Rating=w.cfg['rating'].get(x.rating,''),Description=x.note,HasOptedOutOfEmail=B(x.optout),OwnerId=own(x.owner),IsConverted=B(x.conv),ConvertedDate=D(x.conv_date),ConvertedAccountId=sid(o.id) if o else '',ConvertedContactId=sid(k.id) if k else '',ConvertedOpportunityId=sid(q.id) if q else '',CreatedDate=DT(x.created),LastModifiedDate=DT(mod(x.created)),LastActivityDate=D(x.lastact)))
    out('Lead',['Id','FirstName','LastName','Title','Company','Email','Phone','MobilePhone','Street','City','Country','Status','LeadSource','Rating','Description','HasOptedOutOfEmail','OwnerId','IsConverted','ConvertedDate','ConvertedAccountId','ConvertedContactId','ConvertedOpportunityId','CreatedDate','LastModifiedDate','LastActivityDate'],rows)
    rows=[]; ocr=[]; r.shuffle(w.deals)
    for q in w.deals:
        pr={'open':w.ch([10,20,40,60,75]),'won':100,'lost':0}[q.state]
        rows.append(dict(Id=sid(q.id),AccountId=sid(q.org.id) if q.org else '',AccountName=q.org.name if q.org else '',Name=q.name,StageName=q.stage,Amount=q.amount,Probability=pr,CloseDate=D(q.close),IsClosed=B(q.state!='open'),IsWon=B(q.state=='won'),Type='',OwnerId=own(q.owner),CreatedDate=DT(q.created),LastModifiedDate=DT(mod(q.created))))
        for j,x in enumerate(q.persons): ocr.append(dict(Id=w.sfid('00K'),OpportunityId=q.id,ContactId=x.id,Role=w.ch(['Decision Maker','Evaluator','Business User','']),IsPrimary=B(j==0),CreatedDate=DT(q.created)))
    out('Opportunity',['Id','AccountId']+(['AccountName'] if es else [])+['Name','StageName','Amount','Probability','CloseDate','IsClosed','IsWon','Type','OwnerId','CreatedDate','LastModifiedDate'],rows)
    if w.cfg['ocr']: out('OpportunityContactRole',['Id','OpportunityId','ContactId','Role','IsPrimary','CreatedDate'],ocr)
    T=[];E=[]; r.shuffle(w.acts)
    st=dict(done='Completada',open=['No iniciada','En curso','Aplazada']) if es else dict(done='Completed',open=['Not Started','In Progress','Deferred','Waiting on someone else'])
    for a in w.acts:
        x=a.x; o=a.org if x.box=='contact' else None; who=sid(x.id); acc=sid(o.id) if o else ''
        if a.form=='event' or a.kind=='noshow':
            s=noshow(w,a.subj) if a.kind=='noshow' else a.subj; h=r.randint(8,16); m=w.ch([30,45,60,90])
            E.append(dict(Id=sid(w.sfid('00U')),Subject=s,StartDateTime=DT(a.date,h) if not es else D(a.date),EndDateTime=D(a.date) if es else DT(a.date,h+1),DurationInMinutes=m,WhoId=who,WhatId=acc if w.p(.3) else '',AccountId=acc,OwnerId=own(a.owner),Type=w.ch(['Meeting','']) if L=='en' else w.ch(['Reunión','']),Location=w.ch(['','Teams','Zoom','on site' if L=='en' else 'en su oficina']),Description=a.body,CreatedDate=DT(a.date-dt.timedelta(days=min(5,max(0,(a.date-x.created).days))))))
        else:
            sub={'call':'Call','email':'Email'}.get(a.form,'Task'); disp=''
            if a.kind=='unans': disp=w.ch(DISP[L]+[''])
            elif a.form=='call': disp='Connected' if L=='en' else 'Conectado'
            T.append(dict(Id=sid(w.sfid('00T')),Subject=a.subj,ActivityDate=D(a.date),Status=st['done'] if a.done else w.ch(st['open']),IsClosed=B(a.done),CompletedDateTime=DT(a.date) if a.done else '',Priority='Normal',WhoId=who,WhatId=acc if w.p(.3) else '',AccountId=acc,OwnerId=own(a.owner),Type={'Call':'Call','Email':'Email'}.get(sub,'') if L=='en' else {'Call':'Llamada','Email':'Correo'}.get(sub,''),TaskSubtype=sub if not es else {'Call':'Llamada','Email':'Correo electrónico','Task':'Tarea'}[sub],CallType=w.ch(['Outbound','']) if sub=='Call' and not es else '',CallDisposition=disp,Description=a.body,CreatedDate=DT(a.date-dt.timedelta(days=min(3,max(0,(a.date-x.created).days))))))
    out('Task',['Id','Subject','ActivityDate','Status','IsClosed','CompletedDateTime','Priority','WhoId','WhatId','AccountId','OwnerId','Type','TaskSubtype','CallType','CallDisposition','Description','CreatedDate'],T)
    out('Event',['Id','Subject','StartDateTime','EndDateTime','DurationInMinutes','WhoId','WhatId','AccountId','OwnerId','Type','Location','Description','CreatedDate'],E)
    out('Campaign',['Id','Name','Type','Status','IsActive','StartDate','EndDate','OwnerId','CreatedDate'],[dict(Id=sid(k.id),Name=k.name,Type=k.type,Status='Completed' if L=='en' else 'Completada',IsActive=B(w.p(.5)),StartDate=D(k.start),EndDate='',OwnerId=own(w.users[0]),CreatedDate=DT(k.start-dt.timedelta(days=20))) for k in w.camps])
    rows=[dict(Id=sid(m.id),CampaignId=sid(m.camp.id),LeadId=sid(m.x.id) if m.x.box=='lead' else '',ContactId=sid(m.x.id) if m.x.box=='contact' else '',Status=m.status,HasResponded=B(m.resp),FirstRespondedDate=D(m.date) if m.resp else '',CreatedDate=DT(m.date)) for m in w.members]
    out('CampaignMember',['Id','CampaignId','LeadId','ContactId','Status','HasResponded','FirstRespondedDate','CreatedDate'],rows)
    out('User',['Id','Username','Email','FirstName','LastName','IsActive','CreatedDate'],[dict(Id=sid(u.id),Username=u.mail,Email=u.mail,FirstName=u.first,LastName=u.last,IsActive=B(u.active),CreatedDate=DT(u.created)) for u in w.users])
    return order

def hs(w,d):
    api=w.cfg['labels']=='api'; L=w.lang; r=w.r; C=w.cfg; c=C['cust']; order={}
    D=lambda x:x.isoformat() if x else ''
    def DT(x):
        if not x: return ''
        return f"{x.isoformat()}T{r.randint(7,17):02d}:{r.randint(0,59):02d}:{r.randint(0,59):02d}Z" if api else f"{x.isoformat()} {r.randint(7,17):02d}:{r.randint(0,59):02d}"
    B=(lambda v:'true' if v else 'false') if api else (lambda v:'Yes' if v else 'No')
    mailown=w.name=='hs-es-1'
    own=lambda u: u.id if api else (u.mail if mailown else f"{u.first} {u.last}")
    def mod(cr): return w.day(max(3,min((w.asof-cr).days,200)),3)
    def out(name,cols,rows):
        """cols: (label, api)"""
        os.makedirs(d,exist_ok=True)
        with open(os.path.join(d,name+'.csv'),'w',encoding='utf-8' if api else 'utf-8-sig',newline='') as f:
            cw=csv.writer(f,lineterminator='\r\n'); cw.writerow([(a if api else l) for l,a in cols])
            for x in rows: cw.writerow([x.get(a,'') for l,a in cols])
    life=lambda v:C['life'].get(v,'')
    def stat(v,funnel=True): return w.ch(C['status'][v]) if v in C['status'] else ''
    r.shuffle(w.orgs); rows=[]
    opened={q.org.id for q in w.deals if q.state=='open' and q.org is not None}
    for i,o in enumerate(w.orgs):
        order[o.id]=('companies.csv',i+2)
        ls=o.lstat
        if o.id in opened and ls in('new','attempted','disq'): ls='working'
        v=dict(hs_object_id=o.id,name=o.name,domain=o.domain,phone=o.phone,address=o.street,city=o.city,zip=o.zip,country=o.country,industry=o.ind,type=o.type,numberofemployees=o.emp,description=o.note,lifecyclestage=life(o.life),hs_lead_status=stat(ls),hubspot_owner_id=own(o.owner),hs_parent_company_id=o.parent.id if o.parent else '',createdate=DT(o.created),hs_lastmodifieddate=DT(mod(o.created)),notes_last_updated=DT(o.lastact))
        v[c['custno']]=o.custno; v[c['invoice']]=D(o.invoice); v[c['contract']]=D(o.contract); v[c['tax']]=o.tax; v[c['supplier']]=B(True) if o.supflag else ('' if not api else 'false'); v[c['extra']]=w.ch(['']+w.cfg['xv']) if o.shape=='company' else ''; v[C['ratcol']]=C['rating'].get(o.rating,'')
        rows.append(v)
    cu=[(c[k],c[k]) for k in('custno','invoice','contract','tax','supplier','extra')]+[(C['ratcol'],C['ratcol'])]
    out('companies',[('Record ID','hs_object_id'),('Company name','name'),('Company Domain Name','domain'),('Phone Number','phone'),('Street Address','address'),('City','city'),('Postal Code','zip'),('Country/Region','country'),('Industry','industry'),('Type','type'),('Number of Employees','numberofemployees'),('Description','description'),('Lifecycle Stage','lifecyclestage'),('Lead Status','hs_lead_status'),('Company owner','hubspot_owner_id'),('Parent Company','hs_parent_company_id')]+cu+[('Create Date','createdate'),('Last Modified Date','hs_lastmodifieddate'),('Last Activity Date','notes_last_updated')],rows)
    r.shuffle(w.pers); rows=[]; notes=[]
    opp={p.id for q in w.deals if q.state=='open' for p in q.persons}
    for i,x in enumerate(w.pers):
        order[x.id]=('contacts.csv',i+2)
        ls=x.lstat if x.box=='contact' else x.status
        lst=stat(ls)
        if x.id in opp and x.box=='lead' and ls=='qualified' and w.p(.6): lst=C['status']['opendeal'][0]
        v=dict(hs_object_id=x.id,firstname=x.first,lastname=x.last,email=x.email.lower(),phone=x.phone,mobilephone=x.mobile,jobtitle=x.title,company=x.comp,country=x.country,lifecyclestage=life(x.life),hs_lead_status=lst,hubspot_owner_id=own(x.owner),hs_analytics_source=x.src,recent_conversion_event_name=x.form,first_conversion_date=DT(x.form_date),hs_email_optout=B(x.optout) if x.optout else '',createdate=DT(x.created),lastmodifieddate=DT(mod(x.created)),notes_last_updated=DT(x.lastact),associatedcompanyid=x.org.id if x.org is not None else '')
        v['acname']=x.org.name if x.org is not None else ''
        v[C['ratcol']]=C['rating'].get(x.rating,'')
        rows.append(v)
        if x.note: notes.append(dict(hs_object_id=w.hsid(),hs_timestamp=DT(min(x.created+dt.timedelta(days=r.randint(0,15)),w.asof-dt.timedelta(days=4))),hs_note_body=(f"<p>{x.note}</p>" if api else x.note),ac=x.id,aco=x.org.id if x.org is not None and w.p(.3) else ''))
    cols=[('Record ID','hs_object_id'),('First Name','firstname'),('Last Name','lastname'),('Email','email'),('Phone Number','phone'),('Mobile Phone Number','mobilephone'),('Job Title','jobtitle'),('Company Name','company'),('Country/Region','country'),('Lifecycle Stage','lifecyclestage'),('Lead Status','hs_lead_status'),(C['ratcol'],C['ratcol']),('Contact owner','hubspot_owner_id'),('Original Source Type','hs_analytics_source'),('Recent Conversion','recent_conversion_event_name'),('First Conversion Date','first_conversion_date'),('Opted out of all email','hs_email_optout'),('Create Date','createdate'),('Last Modified Date','lastmodifieddate'),('Last Activity Date','notes_last_updated')]
    cols+=[('Associated Company IDs (Primary)','associatedcompanyid')] if api else [('Associated Company','acname'),('Associated Company IDs','associatedcompanyid')]
    out('contacts',cols,rows)
    r.shuffle(w.deals); AC=('Associated Contact IDs','ac'); ACO=('Associated Company IDs','aco')
    if api: AC=('x','Associated Contact IDs'); ACO=('x','Associated Company IDs')
    fix=lambda v:({('Associated Contact IDs' if k=='ac' else 'Associated Company IDs' if k=='aco' else k):z for k,z in v.items()} if api else v)
    out('deals',[('Record ID','hs_object_id'),('Deal Name','dealname'),('Pipeline','pipeline'),('Deal Stage','dealstage'),('Amount','amount'),('Close Date','closedate'),('Is Closed Won','hs_is_closed_won'),('Is Deal Closed?','hs_is_closed'),('Deal owner','hubspot_owner_id'),('Create Date','createdate'),AC,ACO],
      [fix(dict(hs_object_id=q.id,dealname=q.name,pipeline='default' if api else 'Sales Pipeline',dealstage=q.stage,amount=q.amount,closedate=DT(q.close),hs_is_closed_won='true' if q.state=='won' else 'false',hs_is_closed='false' if q.state=='open' else 'true',hubspot_owner_id=own(q.owner),createdate=DT(q.created),ac=';'.join(p.id for p in q.persons),aco=q.org.id if q.org is not None else '')) for q in w.deals])
    T=[];K=[];M=[];E=[]; r.shuffle(w.acts); emails=w.lang=='en'
    for a in w.acts:
        b=dict(hs_object_id=w.hsid(),hubspot_owner_id=own(a.owner),ac=a.x.id,aco=a.org.id if a.org is not None and w.p(.5) else '',createdate=DT(a.date-dt.timedelta(days=min(3,max(0,(a.date-a.x.created).days)))))
        V=(lambda u:u) if api else (lambda u:{'COMPLETED':'Completed','NOT_STARTED':'Not started','IN_PROGRESS':'In progress','DEFERRED':'Deferred','NO_SHOW':'No show','CANCELED':'Canceled','RESCHEDULED':'Rescheduled','TODO':'To-do','CALL':'Call','EMAIL':'Email'}.get(u,u))
        if a.form=='event' or a.kind=='noshow': M.append(dict(b,hs_meeting_title=a.subj,hs_meeting_body=a.body,hs_timestamp=DT(a.date),hs_meeting_start_time=DT(a.date),hs_meeting_outcome=V('COMPLETED' if a.done else w.ch(['NO_SHOW','CANCELED','NO_SHOW'])),hs_meeting_location=w.ch(['','Zoom','Teams'])))
        elif a.form=='call':
            un=a.kind=='unans'; dsp=w.ch(["No answer","Left voicemail","Busy"]) if un else "Connected"
            K.append(dict(b,hs_call_title=a.subj,hs_call_body=a.body,hs_timestamp=DT(a.date),hs_call_status={'No answer':'NO_ANSWER','Busy':'BUSY'}.get(dsp,'COMPLETED'),hs_call_disposition=UU[dsp] if api else dsp,hs_call_direction='OUTBOUND' if api else 'Outbound',hs_call_duration=r.randint(1,20)*1000 if un else r.randint(60,900)*1000))
        elif a.form=='email' and emails: E.append(dict(b,hs_email_subject=a.subj.split(':',1)[-1].strip(),hs_timestamp=DT(a.date),hs_email_direction='EMAIL' if api else 'Outgoing',hs_email_status='SENT'))
        else: T.append(dict(b,hs_task_subject=a.subj,hs_task_body=a.body,hs_timestamp=DT(a.date),hs_task_status=V('COMPLETED' if a.done else w.ch(['NOT_STARTED','NOT_STARTED','IN_PROGRESS','DEFERRED'])),hs_task_type=V({'email':'EMAIL'}.get(a.form,'CALL' if 'call' in a.subj.lower() or 'llama' in a.subj.lower() else 'TODO')),hs_task_completion_date=DT(a.date) if a.done else ''))
    tail=[('Activity assigned to','hubspot_owner_id'),('Create Date','createdate'),AC,ACO]
    F=lambda rows:[fix(x) for x in rows]
    out('tasks',[('Record ID','hs_object_id'),('Task Title','hs_task_subject'),('Notes','hs_task_body'),('Due date','hs_timestamp'),('Task Status','hs_task_status'),('Task Type','hs_task_type'),('Completed at','hs_task_completion_date'),('Assigned to','hubspot_owner_id'),('Create Date','createdate'),AC,ACO],F(T))
    out('calls',[('Record ID','hs_object_id'),('Call Title','hs_call_title'),('Call notes','hs_call_body'),('Activity date','hs_timestamp'),('Call Status','hs_call_status'),('Call outcome','hs_call_disposition'),('Call direction','hs_call_direction'),('Call duration','hs_call_duration')]+tail,F(K))
    out('meetings',[('Record ID','hs_object_id'),('Meeting name','hs_meeting_title'),('Meeting description','hs_meeting_body'),('Activity date','hs_timestamp'),('Meeting start time','hs_meeting_start_time'),('Meeting outcome','hs_meeting_outcome'),('Meeting location','hs_meeting_location')]+tail,F(M))
    out('notes',[('Record ID','hs_object_id'),('Activity date','hs_timestamp'),('Note body','hs_note_body'),AC,ACO],F(notes))
    if emails: out('emails',[('Record ID','hs_object_id'),('Email subject','hs_email_subject'),('Activity date','hs_timestamp'),('Email direction','hs_email_direction'),('Email send status','hs_email_status')]+tail,F(E))
    out('users',[('Owner ID','id'),('Email','email'),('First name','firstName'),('Last name','lastName'),('Archived','archived')],[dict(id=u.id,email=u.mail,firstName=u.first,lastName=u.last,archived='false' if u.active else 'true') for u in w.users])
    return order

def write(w,d):
    os.makedirs(d,exist_ok=True)
    for f in os.listdir(d):
        if f.endswith('.csv'): os.remove(os.path.join(d,f))
    return None,(hs if w.hs else sf)(w,d)

def why(x):
    if x.codes: return 'planted '+'+'.join(x.intent) if x.intent else 'follows from the world: '+'+'.join(sorted(x.codes))
    return ('looks wrong, is right: '+x.hn) if x.hn else 'plain'
def truth(w,path,order,declared):
    L=[]
    for x in w.orgs+w.pers:
        f,n=order[x.id]; op=x.open
        if '*' in op: op=set(ALL)-x.codes
        note='open' if getattr(x,'shape','')=='household' else why(x)
        box='organization' if x in w.orgs else declared(x)
        moves='yes' if x.codes and x.cls and box not in x.cls.split('/') else 'no'
        L.append((f,n,'|'.join(sorted(x.codes)),'|'.join(sorted(op-x.codes)),box,x.cls,moves,x.hn if not x.codes else '',note))
    L.sort()
    with open(path,'w',encoding='utf-8',newline='') as g:
        cw=csv.writer(g); cw.writerow(['file','row','codes','open_codes','declared_class','class','must_change','hard_negative','note']); cw.writerows(L)
