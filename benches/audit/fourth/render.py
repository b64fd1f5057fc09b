# -*- coding: utf-8 -*-
import csv, os, datetime as dt, random
from world import *
ALL="lead-is-customer lead-and-contact conversion-unfinished organization-as-person person-as-organization role-mailbox-as-person contact-without-organization contact-is-prospect lead-unqualified prospect-qualified stage-contradicts-deal temperature-contradicts former-customer-as-customer supplier-as-lead partner-as-lead competitor-as-lead employee-as-lead test-record two-people-in-one-row organization-in-two-classes no-connection lead-unreachable contact-is-lead".split()
ES={ # Salesforce in Spanish; this admin renamed the Lead tab to "Prospecto", so its fields follow
'Account':dict(Id='Id. de cuenta',Name='Nombre de cuenta',Type='Tipo de cuenta',ParentId='Id. de cuenta principal',Industry='Industria',Rating='Valoración',Phone='Teléfono principal',Website='Página web',BillingStreet='Dirección de facturación (calle)',BillingCity='Dirección de facturación (ciudad)',BillingPostalCode='Dirección de facturación (código postal)',BillingCountry='Dirección de facturación (país)',NumberOfEmployees='Número de empleados',Description='Descripción de cuenta',OwnerId='Propietario de cuenta',CreatedDate='Creado el',LastModifiedDate='Modificado por última vez el',LastActivityDate='Fecha de última actividad',Fax='Fax',Site='Sede',Ownership='Propiedad',AnnualRevenue='Ingresos anuales'),
'Contact':dict(Id='Id. de contacto',AccountId='Id. de cuenta',AccountName='Nombre de cuenta',FirstName='Primer nombre',LastName='Apellido(s)',Title='Puesto',Email='Email',Phone='Teléfono del trabajo',MobilePhone='Celular',MailingStreet='Dirección postal (calle)',MailingCity='Dirección postal (ciudad)',MailingPostalCode='Dirección postal (código postal)',MailingCountry='Dirección postal (país)',LeadSource='Origen del prospecto',Description='Descripción de contacto',HasOptedOutOfEmail='Exclusión voluntaria de correo electrónico',OwnerId='Propietario de contacto',CreatedDate='Creado el',LastModifiedDate='Modificado por última vez el',LastActivityDate='Fecha de última actividad',Department='Departamento',DoNotCall='No llamar',Birthdate='Fecha de nacimiento'),
'Lead':dict(Id='Id. de prospecto',FirstName='Primer nombre',LastName='Apellido(s)',Title='Puesto',Company='Empresa / Cuenta',Email='Email',Phone='Teléfono del trabajo',MobilePhone='Celular',Street='Dirección (calle)',City='Dirección (ciudad)',Country='Dirección (país)',Status='Estatus del prospecto',LeadSource='Origen del prospecto',Rating='Valoración',Description='Descripción de prospecto',HasOptedOutOfEmail='Exclusión voluntaria de correo electrónico',OwnerId='Propietario de prospecto',IsConverted='Convertido',ConvertedDate='Fecha convertida',ConvertedAccountId='Cuenta convertida (Id.)',ConvertedContactId='Contacto convertido (Id.)',ConvertedOpportunityId='Oportunidad convertida (Id.)',CreatedDate='Creado el',LastModifiedDate='Modificado por última vez el',LastActivityDate='Fecha de última actividad',IsUnreadByOwner='No leído por propietario',Salutation='Saludo',DoNotCall='No llamar'),
'Opportunity':dict(Id='Id. de oportunidad',AccountId='Id. de cuenta',AccountName='Nombre de cuenta',Name='Nombre de oportunidad',StageName='Fase',Amount='Monto',Probability='% de probabilidad',CloseDate='Cierre previsto',IsClosed='Cerrado',IsWon='Ganado',Type='Tipo de oportunidad',OwnerId='Propietario de oportunidad',CreatedDate='Creado el',LastModifiedDate='Modificado por última vez el',ForecastCategoryName='Categoría de previsión',NextStep='Próximo paso'),
'Task':dict(Id='Id. de tarea',Subject='Tema',ActivityDate='Fecha límite',Status='Estatus',IsClosed='Cerrado',CompletedDateTime='Fecha/Hora completada',Priority='Prioridad',WhoId='Nombre (Id. de contacto/prospecto)',WhatId='Relacionado con Id.',AccountId='Id. de cuenta',OwnerId='Asignada a',Type='Tipo',TaskSubtype='Subtipo',CallType='Tipo de llamada',CallDisposition='Resultado de llamada',Description='Comentarios completos',CreatedDate='Creado el',IsHighPriority='Prioridad alta'),
'Event':dict(Id='Id. de evento',Subject='Tema',StartDateTime='Fecha/Hora de inicio',EndDateTime='Fecha/Hora de fin',DurationInMinutes='Duración (min)',WhoId='Nombre (Id. de contacto/prospecto)',WhatId='Relacionado con Id.',AccountId='Id. de cuenta',OwnerId='Asignada a',Type='Tipo',Location='Lugar',Description='Comentarios completos',CreatedDate='Creado el',ShowAs='Mostrar hora como'),
'Campaign':dict(Id='Id. de campaña',Name='Nombre de campaña',Type='Tipo de campaña',Status='Estatus',IsActive='Activo',StartDate='Inicio',EndDate='Fin',OwnerId='Propietario de campaña',CreatedDate='Creado el',BudgetedCost='Costo presupuestado'),
'CampaignMember':dict(Id='Id. de miembro',CampaignId='Id. de campaña',LeadId='Id. de prospecto',ContactId='Id. de contacto',Status='Estatus de miembro',HasResponded='Ha respondido',FirstRespondedDate='Primera respuesta',CreatedDate='Creado el'),
'User':dict(Id='Id. de usuario',Username='Nombre de usuario',Email='Email',FirstName='Primer nombre',LastName='Apellido(s)',IsActive='Activo',CreatedDate='Creado el'),
}
_AS={'Create Date':'Fecha de creación','Associated Contact IDs':'IDs de contactos asociados','Associated Company IDs':'IDs de empresas asociadas','Record ID':'ID de registro','Activity date':'Fecha de la actividad','Activity assigned to':'Actividad asignada a','Last Modified Date':'Fecha de última modificación','Last Activity Date':'Fecha de la última actividad','Phone Number':'Número de teléfono','Country/Region':'País/región','Lifecycle Stage':'Etapa del ciclo de vida','Lead Status':'Estado del lead','Record source':'Origen del registro'}
HSL={ # HubSpot's labels: English label -> what this portal's export shows
'hs-es-1':{
 'contacts':dict(_AS,**{'First Name':'Nombre','Last Name':'Apellidos','Email':'Correo','Mobile Phone Number':'Número de teléfono móvil','Job Title':'Cargo','Company Name':'Nombre de la empresa','Contact owner':'Propietario del contacto','Original Source Type':'Fuente original de tráfico','Recent Conversion':'Conversión reciente','First Conversion Date':'Fecha de la primera conversión','Opted out of all email':'Canceló la suscripción a todos los correos','Associated Company':'Empresa asociada','Preferred language':'Idioma preferido','Marketing contact status':'Estado de contacto de marketing','City':'Ciudad'}),
 'companies':dict(_AS,**{'Company name':'Nombre de la empresa','Company Domain Name':'Nombre de dominio de la empresa','Street Address':'Dirección','City':'Ciudad','Postal Code':'Código postal','Industry':'Sector','Type':'Tipo','Number of Employees':'Número de empleados','Description':'Descripción','Company owner':'Propietario de la empresa','Parent Company':'Empresa matriz','Year Founded':'Año de fundación','Annual Revenue':'Ingresos anuales'}),
 'deals':dict(_AS,**{'Deal Name':'Nombre del negocio','Pipeline':'Pipeline','Deal Stage':'Etapa del negocio','Amount':'Valor','Close Date':'Fecha de cierre','Is Closed Won':'Se ha cerrado como ganado','Is Deal Closed?':'¿El negocio está cerrado?','Deal owner':'Propietario del negocio','Priority':'Prioridad'}),
 'tasks':dict(_AS,**{'Task Title':'Título de la tarea','Notes':'Notas','Due date':'Fecha de vencimiento','Task Status':'Estado de la tarea','Task Type':'Tipo de tarea','Completed at':'Completada el','Assigned to':'Asignado a'}),
 'calls':dict(_AS,**{'Call Title':'Título de la llamada','Call notes':'Notas de la llamada','Call Status':'Estado de la llamada','Call outcome':'Resultado de la llamada','Call direction':'Dirección de la llamada','Call duration':'Duración de la llamada'}),
 'meetings':dict(_AS,**{'Meeting name':'Nombre de la reunión','Meeting description':'Descripción de la reunión','Meeting start time':'Hora de inicio de la reunión','Meeting outcome':'Resultado de la reunión','Meeting location':'Ubicación de la reunión'}),
 'notes':dict(_AS,**{'Note body':'Cuerpo de la nota'}),
 'users':{'Owner ID':'ID de propietario','Email':'Correo','First name':'Nombre','Last name':'Apellidos','Archived':'Archivado'}},
'hs-en-1':{'contacts':{'Original Source Type':'Original Traffic Source','Opted out of all email':'Unsubscribed from all email','Associated Company':'Associated Company (Primary)','Associated Company IDs':'Associated Company IDs (Primary)'},'companies':{'Type':'Company Type'},'deals':{'Associated Company IDs':'Associated Company IDs (Primary)'}},
}
VES={'Completed':'Completada','Not started':'No iniciada','In progress':'En curso','Deferred':'Aplazada','No show':'No asistió','Canceled':'Cancelada','Rescheduled':'Reprogramada','To-do':'Pendiente','Call':'Llamada','Email':'Correo','No answer':'Sin respuesta','Left voicemail':'Dejó mensaje de voz','Busy':'Ocupado','Wrong number':'Número equivocado','Connected':'Conectado','Outbound':'Saliente','Sales Pipeline':'Pipeline de ventas'}
FMT={ # date, date and time, true, false, delimiter
'sf-en-1':(lambda x:x.isoformat(),lambda x,h,m,s:f"{x.isoformat()}T{h:02d}:{m:02d}:{s:02d}.000+0000",'TRUE','FALSE',','),
'sf-es-1':(lambda x:f"{x.day}/{x.month}/{x.year}",lambda x,h,m,s:f"{x.day}/{x.month}/{x.year} {h}:{m:02d}",'VERDADERO','FALSO',';'),
'sf-es-2':(lambda x:x.isoformat(),lambda x,h,m,s:f"{x.isoformat()} {h:02d}:{m:02d}:{s:02d}",'1','0',','),
'hs-en-1':(lambda x:x.strftime('%m/%d/%Y'),lambda x,h,m,s:x.strftime('%m/%d/%Y')+f" {h:02d}:{m:02d}",'Yes','No',','),
'hs-es-1':(lambda x:x.strftime('%d/%m/%Y'),lambda x,h,m,s:x.strftime('%d/%m/%Y')+f" {h:02d}:{m:02d}",'Sí','No',','),
'hs-en-2':(lambda x:x.isoformat(),lambda x,h,m,s:f"{x.isoformat()}T{h:02d}:{m:02d}:{s:02d}.{(h*m*7+s)%1000:03d}Z",'true','false',','),
}
def order_cols(w,name,cols,first):
    """this firm's own order of columns: a fixed shuffle; the record's id stays first where first is set"""
    q=random.Random(w.name+name); head=cols[:1] if first else []; rest=cols[len(head):]; q.shuffle(rest); return head+rest
DISP={'en':["Not reached","Voice message","Line busy"],'es':["No localizado","Contestador","Ocupado"]}
UU={"No answer":"73a0d17f-1163-4015-bdd5-ec830791da20","Left voicemail":"b2cf5968-551e-4856-9783-52b3da59a7d0","Busy":"9d9162e7-6cf3-4944-bf63-4dff82258764","Wrong number":"17b47fee-58de-441e-a44c-c6300d46f273","Connected":"f240bbac-87c9-4f6e-bf70-924b57d47db7"}
def noshow(w,s):
    return w.ch([s+" - postponed","Moved, new date tbc: "+s,s+" // nobody joined","Cancelled by them: "+s,"Did not take place - "+s]) if w.lang=='en' else w.ch([s+" - aplazada","CANCELÓ: "+s,s+" (no apareció)","No se celebró: "+s,"Reagendar: "+s])

EXTRA={'Account':['Fax','Site','Ownership','AnnualRevenue','IsDeleted','SystemModstamp'],'Contact':['Department','DoNotCall','Birthdate','IsDeleted','ReportsToId'],'Lead':['IsUnreadByOwner','Salutation','DoNotCall','IsDeleted','CleanStatus'],'Opportunity':['ForecastCategoryName','NextStep','IsDeleted'],'Task':['IsHighPriority','IsRecurrence','IsDeleted'],'Event':['ShowAs','IsAllDayEvent','IsDeleted'],'Campaign':['BudgetedCost']}
def extra(w,c,x,B):
    r=w.r; es=w.lang=='es'
    if c in('IsDeleted','IsHighPriority','IsRecurrence','IsAllDayEvent','IsUnreadByOwner','DoNotCall'): return B(c in('IsUnreadByOwner','DoNotCall') and r.random()<.07)
    if c=='SystemModstamp': return x.get('LastModifiedDate','')
    if c=='Site': return r.choice(['','','','HQ','A','1'])
    if c=='Department': return r.choice(['','','Admin','Compras','IT'] if es else ['','','Ops','Purchasing','IT'])
    if c=='CleanStatus': return 'Pending'
    if c=='ShowAs': return 'Busy' if not es else 'Ocupado'
    if c=='ForecastCategoryName': return 'Pipeline' if not es else 'En curso'
    if c=='BudgetedCost': return str(r.randint(2,40)*250)
    return ''
def sf(w,d):
    es=w.cfg['labels']=='es'; L=w.lang; r=w.r
    sid=(lambda i:i[:15]) if es else (lambda i:i)
    fd,fdt,yes,no,dl=FMT[w.name]
    D=lambda x:fd(x) if x else ''
    def DT(x,h=None): return fdt(x,h if h is not None else r.randint(7,17),r.randint(0,59),r.randint(0,59)) if x else ''
    B=lambda v:yes if v else no
    own=(lambda u:f"{u.first} {u.last}") if es else (lambda u:u.id)
    def mod(c): 
        n=(w.asof-c).days
        return w.day(max(3,min(n,200)),3)
    def out(name,cols,rows):
        os.makedirs(d,exist_ok=True)
        lab=ES.get(name,{}) if es else {}
        with open(os.path.join(d,name+'.csv'),'w',encoding='utf-8-sig' if es else 'utf-8',newline='') as f:
            cols=order_cols(w,name,cols+[c for c in EXTRA.get(name,[]) if not es or c in lab],not es)
            for x in rows: x.update({c:extra(w,c,x,B) for c in EXTRA.get(name,[]) if c not in x})
            cw=csv.writer(f,quoting=csv.QUOTE_MINIMAL if es else csv.QUOTE_ALL,delimiter=dl,lineterminator='\r\n' if es else '\n'); cw.writerow([lab.get(c,c) for c in cols])
            for x in rows: cw.writerow([x.get(c,'') for c in cols])
    c=w.cfg['cust']; order={}
    # accounts
    r.shuffle(w.orgs); rows=[]
    for i,o in enumerate(w.orgs):
        order[o.id]=('Account.csv',i+2)
        v=dict(Id=sid(o.id),Name=o.name,Type=o.type,ParentId=sid(o.parent.id) if o.parent else '',Industry=o.ind,Rating=w.cfg['rating'].get(o.rating,''),Phone=o.phone,Website=w.ch(['www.'+o.domain,'https://www.'+o.domain,o.domain,'http://'+o.domain+'/']) if o.domain else '',
          BillingStreet=o.street+(w.ch(['\nSuite 12','\nGround floor']) if w.p(.06) and L=='en' and not hasattr(o,'dup') and not o.intent else ''),BillingCity=o.city,BillingPostalCode=o.zip,BillingCountry=o.country,NumberOfEmployees=o.emp,Description=o.note,OwnerId=own(o.owner),CreatedDate=DT(o.created),LastModifiedDate=DT(mod(o.created)),LastActivityDate=D(o.lastact))
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
        pr={'open':w.ch([5,15,35,50,80,90]),'won':100,'lost':0}[q.state]
        rows.append(dict(Id=sid(q.id),AccountId=sid(q.org.id) if q.org else '',AccountName=q.org.name if q.org else '',Name=q.name,StageName=q.stage,Amount=q.amount,Probability=pr,CloseDate=D(q.close),IsClosed=B(q.state!='open'),IsWon=B(q.state=='won'),Type='',OwnerId=own(q.owner),CreatedDate=DT(q.created),LastModifiedDate=DT(mod(q.created))))
        for j,x in enumerate(q.persons): ocr.append(dict(Id=w.sfid('00K'),OpportunityId=q.id,ContactId=x.id,Role=w.ch(['Economic Buyer','Influencer','Other','']),IsPrimary=B(j==0),CreatedDate=DT(q.created)))
    out('Opportunity',['Id','AccountId']+(['AccountName'] if es else [])+['Name','StageName','Amount','Probability','CloseDate','IsClosed','IsWon','Type','OwnerId','CreatedDate','LastModifiedDate'],rows)
    if w.cfg['ocr']: out('OpportunityContactRole',['Id','OpportunityId','ContactId','Role','IsPrimary','CreatedDate'],ocr)
    T=[];E=[]; r.shuffle(w.acts)
    st=dict(done='Terminada',open=['No comenzada','En progreso','Diferida','Esperando a otra persona']) if es else dict(done='Realizada',open=['Sin empezar','A la espera','Pospuesta']) if L=='es' else dict(done='Completed',open=['Not Started','Waiting on someone else','Deferred'])
    for a in w.acts:
        x=a.x; o=a.org if x.box=='contact' else None; who=sid(x.id); acc=sid(o.id) if o else ''
        if a.form=='event' or a.kind=='noshow':
            s=noshow(w,a.subj) if a.kind=='noshow' else a.subj; h=r.randint(8,16); m=w.ch([30,45,60,90])
            E.append(dict(Id=sid(w.sfid('00U')),Subject=s,StartDateTime=DT(a.date,h) if not es else D(a.date),EndDateTime=D(a.date) if es else DT(a.date,h+1),DurationInMinutes=m,WhoId=who,WhatId=acc if w.p(.3) else '',AccountId=acc,OwnerId=own(a.owner),Type=w.ch(['Visit','','Video call']) if L=='en' else w.ch(['Visita','','Videollamada']),Location=w.ch(['','Google Meet','their office' if L=='en' else 'sus oficinas','Webex']),Description=a.body,CreatedDate=DT(a.date-dt.timedelta(days=min(5,max(0,(a.date-x.created).days))))))
        else:
            sub={'call':'Call','email':'Email'}.get(a.form,'Task'); disp=''
            if a.kind=='unans': disp=w.ch(DISP[L]+[''])
            elif a.form=='call': disp='Reached' if L=='en' else 'Hablado'
            T.append(dict(Id=sid(w.sfid('00T')),Subject=a.subj,ActivityDate=D(a.date),Status=st['done'] if a.done else w.ch(st['open']),IsClosed=B(a.done),CompletedDateTime=DT(a.date) if a.done else '',Priority=w.ch(['Normal','Normal','High']) if L=='en' else w.ch(['Normal','Normal','Alta']),WhoId=who,WhatId=acc if w.p(.3) else '',AccountId=acc,OwnerId=own(a.owner),Type={'Call':'Call','Email':'Email'}.get(sub,'') if L=='en' else {'Call':'Llamada','Email':'Correo'}.get(sub,''),TaskSubtype=sub if not es else {'Call':'Llamada','Email':'Email','Task':'Tarea'}[sub],CallType=w.ch(['Outbound','']) if sub=='Call' and not es else '',CallDisposition=disp,Description=a.body,CreatedDate=DT(a.date-dt.timedelta(days=min(3,max(0,(a.date-x.created).days))))))
    out('Task',['Id','Subject','ActivityDate','Status','IsClosed','CompletedDateTime','Priority','WhoId','WhatId','AccountId','OwnerId','Type','TaskSubtype','CallType','CallDisposition','Description','CreatedDate'],T)
    out('Event',['Id','Subject','StartDateTime','EndDateTime','DurationInMinutes','WhoId','WhatId','AccountId','OwnerId','Type','Location','Description','CreatedDate'],E)
    out('Campaign',['Id','Name','Type','Status','IsActive','StartDate','EndDate','OwnerId','CreatedDate'],[dict(Id=sid(k.id),Name=k.name,Type=k.type,Status='Completed' if L=='en' else 'Finalizada',IsActive=B(w.p(.5)),StartDate=D(k.start),EndDate='',OwnerId=own(w.users[0]),CreatedDate=DT(k.start-dt.timedelta(days=20))) for k in w.camps])
    rows=[dict(Id=sid(m.id),CampaignId=sid(m.camp.id),LeadId=sid(m.x.id) if m.x.box=='lead' else '',ContactId=sid(m.x.id) if m.x.box=='contact' else '',Status=m.status,HasResponded=B(m.resp),FirstRespondedDate=D(m.date) if m.resp else '',CreatedDate=DT(m.date)) for m in w.members]
    out('CampaignMember',['Id','CampaignId','LeadId','ContactId','Status','HasResponded','FirstRespondedDate','CreatedDate'],rows)
    out('User',['Id','Username','Email','FirstName','LastName','IsActive','CreatedDate'],[dict(Id=sid(u.id),Username=u.mail,Email=u.mail,FirstName=u.first,LastName=u.last,IsActive=B(u.active),CreatedDate=DT(u.created)) for u in w.users])
    return order

def hs(w,d):
    api=w.cfg['labels']=='api'; L=w.lang; r=w.r; C=w.cfg; c=C['cust']; order={}
    fd,fdt,yes,no,dl=FMT[w.name]; es=L=='es'
    D=lambda x:fd(x) if x else ''
    def DT(x): return fdt(x,r.randint(7,17),r.randint(0,59),r.randint(0,59)) if x else ''
    B=lambda v:yes if v else no
    tr=(lambda v:VES.get(v,v)) if es else (lambda v:v)
    mailown=w.name=='hs-en-1'
    own=lambda u: u.id if api else (u.mail if mailown else f"{u.first} {u.last}")
    def mod(cr): return w.day(max(3,min((w.asof-cr).days,200)),3)
    def out(name,cols,rows):
        """cols: (label, api)"""
        os.makedirs(d,exist_ok=True)
        with open(os.path.join(d,name+'.csv'),'w',encoding='utf-8' if api else 'utf-8-sig',newline='') as f:
            lab=HSL.get(w.name,{}).get(name,{}); cols=order_cols(w,name,cols,True)
            cw=csv.writer(f,lineterminator='\n' if api else '\r\n',quoting=csv.QUOTE_MINIMAL if api else csv.QUOTE_ALL); cw.writerow([(a if api else lab.get(l,l)) for l,a in cols])
            for x in rows: cw.writerow([x.get(a,'') for l,a in cols])
    life=lambda v:C['life'].get(v,'')
    def stat(v,funnel=True): return w.ch(C['status'][v]) if v in C['status'] else ''
    r.shuffle(w.orgs); rows=[]
    opened={q.org.id for q in w.deals if q.state=='open' and q.org is not None}
    for i,o in enumerate(w.orgs):
        order[o.id]=('companies.csv',i+2)
        ls=o.lstat
        if o.id in opened and ls in('new','attempted','disq'): ls='working'
        v=dict(hs_object_id=o.id,name=o.name,domain=o.domain,phone=o.phone,address=o.street,city=o.city,zip=o.zip,country=o.country,annualrevenue=r.choice(['','',250000,1200000]) if o.shape=='company' else '',founded_year=r.choice(['','',1978,1996,2011]) if o.shape=='company' else '',industry=o.ind,type=o.type,numberofemployees=o.emp,description=o.note,lifecyclestage=life(o.life),hs_lead_status=stat(ls),hubspot_owner_id=own(o.owner),hs_parent_company_id=o.parent.id if o.parent else '',createdate=DT(o.created),hs_lastmodifieddate=DT(mod(o.created)),notes_last_updated=DT(o.lastact))
        v[c['custno']]=o.custno; v[c['invoice']]=D(o.invoice); v[c['contract']]=D(o.contract); v[c['tax']]=o.tax; v[c['supplier']]=B(True) if o.supflag else ('' if not api else no); v[c['extra']]=w.ch(['']+w.cfg['xv']) if o.shape=='company' else ''; v[C['ratcol']]=C['rating'].get(o.rating,'')
        rows.append(v)
    cu=[(c[k],c[k]) for k in('custno','invoice','contract','tax','supplier','extra')]+[(C['ratcol'],C['ratcol'])]
    out('companies',[('Record ID','hs_object_id'),('Company name','name'),('Company Domain Name','domain'),('Phone Number','phone'),('Street Address','address'),('City','city'),('Postal Code','zip'),('Country/Region','country'),('Industry','industry'),('Type','type'),('Number of Employees','numberofemployees'),('Annual Revenue','annualrevenue'),('Year Founded','founded_year'),('Description','description'),('Lifecycle Stage','lifecyclestage'),('Lead Status','hs_lead_status'),('Company owner','hubspot_owner_id'),('Parent Company','hs_parent_company_id')]+cu+[('Create Date','createdate'),('Last Modified Date','hs_lastmodifieddate'),('Last Activity Date','notes_last_updated')],rows)
    r.shuffle(w.pers); rows=[]; notes=[]
    opp={p.id for q in w.deals if q.state=='open' for p in q.persons}
    for i,x in enumerate(w.pers):
        order[x.id]=('contacts.csv',i+2)
        ls=x.lstat if x.box=='contact' else x.status
        lst=stat(ls)
        if x.id in opp and x.box=='lead' and ls=='qualified' and w.p(.6): lst=C['status']['opendeal'][0]
        v=dict(hs_object_id=x.id,firstname=x.first,lastname=x.last,email=x.email.lower(),phone=x.phone,mobilephone=x.mobile,jobtitle=x.title,company=x.comp,country=x.country,lifecyclestage=life(x.life),hs_lead_status=lst,hubspot_owner_id=own(x.owner),hs_language=w.ch(['','es','es-mx']) if es else w.ch(['','en','en-gb']),hs_object_source_label=w.ch(['FORMS','IMPORT','CRM_UI']) if api else w.ch(['','Import']),city='',hs_analytics_source=x.src,recent_conversion_event_name=x.form,first_conversion_date=DT(x.form_date),hs_email_optout=B(x.optout) if x.optout else '',createdate=DT(x.created),lastmodifieddate=DT(mod(x.created)),notes_last_updated=DT(x.lastact),associatedcompanyid=x.org.id if x.org is not None else '')
        v['acname']=x.org.name if x.org is not None else ''
        v[C['ratcol']]=C['rating'].get(x.rating,'')
        rows.append(v)
        if x.note: notes.append(dict(hs_object_id=w.hsid(),hs_timestamp=DT(min(x.created+dt.timedelta(days=r.randint(0,15)),w.asof-dt.timedelta(days=4))),hs_note_body=(f"<div><p>{x.note}</p></div>" if api else x.note),ac=x.id,aco=x.org.id if x.org is not None and w.p(.3) else ''))
    cols=[('Record ID','hs_object_id'),('First Name','firstname'),('Last Name','lastname'),('Email','email'),('Phone Number','phone'),('Mobile Phone Number','mobilephone'),('Job Title','jobtitle'),('Preferred language','hs_language'),('Record source','hs_object_source_label'),('City','city'),('Company Name','company'),('Country/Region','country'),('Lifecycle Stage','lifecyclestage'),('Lead Status','hs_lead_status'),(C['ratcol'],C['ratcol']),('Contact owner','hubspot_owner_id'),('Original Source Type','hs_analytics_source'),('Recent Conversion','recent_conversion_event_name'),('First Conversion Date','first_conversion_date'),('Opted out of all email','hs_email_optout'),('Create Date','createdate'),('Last Modified Date','lastmodifieddate'),('Last Activity Date','notes_last_updated')]
    cols+=[('Associated Company IDs (Primary)','associatedcompanyid')] if api else [('Associated Company','acname'),('Associated Company IDs','associatedcompanyid')]
    out('contacts',cols,rows)
    r.shuffle(w.deals); AC=('Associated Contact IDs','ac'); ACO=('Associated Company IDs','aco')
    if api: AC=('x','Associated Contact IDs'); ACO=('x','Associated Company IDs')
    fix=lambda v:({('Associated Contact IDs' if k=='ac' else 'Associated Company IDs' if k=='aco' else k):z for k,z in v.items()} if api else v)
    out('deals',[('Record ID','hs_object_id'),('Deal Name','dealname'),('Pipeline','pipeline'),('Deal Stage','dealstage'),('Priority','hs_priority'),('Amount','amount'),('Close Date','closedate'),('Is Closed Won','hs_is_closed_won'),('Is Deal Closed?','hs_is_closed'),('Deal owner','hubspot_owner_id'),('Create Date','createdate'),AC,ACO],
      [fix(dict(hs_object_id=q.id,dealname=q.name,pipeline='84471' if api else tr('Sales Pipeline'),dealstage=q.stage,amount=q.amount,closedate=DT(q.close),hs_is_closed_won=B(q.state=='won') if es else 'true' if q.state=='won' else 'false',hs_is_closed=B(q.state!='open') if es else 'false' if q.state=='open' else 'true',hubspot_owner_id=own(q.owner),createdate=DT(q.created),ac=';'.join(p.id for p in q.persons),aco=q.org.id if q.org is not None else '')) for q in w.deals])
    T=[];K=[];M=[];E=[]; r.shuffle(w.acts); emails=w.lang=='en'
    for a in w.acts:
        b=dict(hs_object_id=w.hsid(),hubspot_owner_id=own(a.owner),ac=a.x.id,aco=a.org.id if a.org is not None and w.p(.5) else '',createdate=DT(a.date-dt.timedelta(days=min(3,max(0,(a.date-a.x.created).days)))))
        V=(lambda u:u) if api else (lambda u:tr({'COMPLETED':'Completed','NOT_STARTED':'Not started','IN_PROGRESS':'In progress','DEFERRED':'Deferred','NO_SHOW':'No show','CANCELED':'Canceled','RESCHEDULED':'Rescheduled','TODO':'To-do','CALL':'Call','EMAIL':'Email'}.get(u,u)))
        if a.form=='event' or a.kind=='noshow': M.append(dict(b,hs_meeting_title=a.subj,hs_meeting_body=a.body,hs_timestamp=DT(a.date),hs_meeting_start_time=DT(a.date),hs_meeting_outcome=V('COMPLETED' if a.done else w.ch(['NO_SHOW','CANCELED','RESCHEDULED'])),hs_meeting_location=w.ch(['','Google Meet','Webex'])))
        elif a.form=='call':
            un=a.kind=='unans'; dsp=w.ch(["No answer","Left voicemail","Busy","No answer","Wrong number"]) if un else "Connected"
            K.append(dict(b,hs_call_title=a.subj,hs_call_body=a.body,hs_timestamp=DT(a.date),hs_call_status={'No answer':'NO_ANSWER','Busy':'BUSY'}.get(dsp,'COMPLETED'),hs_call_disposition=UU[dsp] if api else tr(dsp),hs_call_direction='OUTBOUND' if api else tr('Outbound'),hs_call_duration=r.randint(1,20)*1000 if un else r.randint(60,900)*1000))
        elif a.form=='email' and emails: E.append(dict(b,hs_email_subject=a.subj.split(':',1)[-1].strip(),hs_timestamp=DT(a.date),hs_email_direction='EMAIL' if api else 'Outgoing',hs_email_status='SENT'))
        else: T.append(dict(b,hs_task_subject=a.subj,hs_task_body=a.body,hs_timestamp=DT(a.date),hs_task_status=V('COMPLETED' if a.done else w.ch(['NOT_STARTED','NOT_STARTED','IN_PROGRESS','DEFERRED'])),hs_task_type=V({'email':'EMAIL'}.get(a.form,'CALL' if any(z in a.subj.lower() for z in('call','ping','llama','toque')) else 'TODO')),hs_task_completion_date=DT(a.date) if a.done else ''))
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
