"""Words of the sets: plain, usual ones. W[lang][kind] is a list."""
def L(text):
    return [line.strip() for line in text.strip().splitlines() if line.strip()]

def S(text):
    return text.split()

W = {"en": {}, "es": {}}
E, P = W["en"], W["es"]

E["given"] = S("""James Robert Michael David William Richard Thomas Charles Daniel Matthew Anthony Mark Steven Paul Andrew Joshua Kenneth Kevin Brian Timothy Ronald
Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Patrick Alexander Jack Dennis Peter Simon Martin Graham Neil Stuart Colin
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Margaret Sandra Ashley Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Helen
Sharon Cynthia Kathleen Amy Angela Anna Ruth Brenda Pamela Nicole Katherine Samantha Christine Catherine Rachel Claire Joanne Gillian Hannah Sophie Emma Olivia Charlotte Alice Fiona""")
E["surname"] = S("""Smith Johnson Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson Thomas Jackson White Harris Martin Thompson Robinson Clark Lewis Walker Hall Allen Young
King Wright Scott Green Adams Nelson Hill Campbell Mitchell Roberts Carter Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Bell
Kelly Howard Ward Cox Richardson Watson Brooks Bennett Gray Hughes Price Myers Foster Sanders Ross Powell Sullivan Russell Jenkins Perry Butler Barnes Fisher Henderson Coleman Simmons Patterson
Jordan Reynolds Hamilton Graham Wallace Cole Owens Fletcher Hawkins Palmer Chapman Webster Barker Hudson Lawson Dixon Marsh Pearce Sutton Gibson Holmes Mason Knight Ellis Harvey Shaw Newton Burton""")
P["given"] = S("""Antonio José Manuel Francisco David Javier Daniel Carlos Miguel Rafael Pedro Ángel Alejandro Fernando Luis Sergio Pablo Jorge Alberto Álvaro Diego Adrián Raúl Enrique Ramón
Vicente Iván Rubén Óscar Andrés Joaquín Santiago Eduardo Víctor Roberto Jaime Mario Ignacio Alfonso Salvador Ricardo Marcos Jordi Emilio Julián Guillermo Gabriel Tomás Agustín Gonzalo Felipe Hugo
Carmen Ana Isabel Laura Cristina Marta Dolores Lucía Elena Pilar Raquel Mercedes Rosario Beatriz Teresa Silvia Julia Patricia Irene Montserrat Andrea Rocío Mónica Alba Ángela Sonia Sandra Marina
Susana Natalia Yolanda Margarita Sara Claudia Eva Inmaculada Noelia Verónica Paula Lorena Inés Amparo Consuelo Nuria Esther Gloria Catalina Blanca Aurora Olga Celia Adriana Alicia""")
P["surname"] = S("""García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez
Vázquez Ramos Gil Ramírez Serrano Blanco Suárez Molina Morales Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Medina Iglesias Castillo Cortés Garrido Santos Guerrero Lozano Cano Cruz Méndez
Prieto Flores Herrera Peña León Márquez Cabrera Gallego Calvo Vidal Campos Reyes Vega Fuentes Carrasco Aguilar Caballero Nieto Santana Vargas Pascual Giménez Herrero Hidalgo Montero Lorenzo
Santiago Benítez Durán Ibáñez Arias Mora Ferrer Carmona Vicente Rojas Soto Crespo Román Pastor Velasco Parra Sáez Moya Bravo Rivera Gallardo Soler Esteban Pardo Franco Rivas Merino Lara Espinosa""")
E["nick"] = {"Robert": "Bob", "William": "Bill", "Michael": "Mike", "James": "Jim", "Richard": "Dick", "Thomas": "Tom", "Elizabeth": "Liz", "Margaret": "Peggy", "Katherine": "Kate", "Jennifer": "Jen",
             "Patricia": "Pat", "Christine": "Chris", "Daniel": "Dan", "Matthew": "Matt", "Andrew": "Andy", "Anthony": "Tony", "Steven": "Steve", "Rebecca": "Becky", "Susan": "Sue", "Samuel": "Sam", "Edward": "Ted"}
P["nick"] = {"Francisco": "Paco", "José": "Pepe", "Manuel": "Manolo", "Antonio": "Toni", "Ignacio": "Nacho", "Rafael": "Rafa", "Dolores": "Lola", "Mercedes": "Merche", "Pilar": "Pili", "Montserrat": "Montse",
             "Enrique": "Quique", "Javier": "Javi", "Alejandro": "Álex", "Rosario": "Charo", "Isabel": "Isa", "Guillermo": "Guille", "Teresa": "Tere", "Eduardo": "Edu"}
E["core1"] = S("""Harrow Ashford Kingsley Northgate Westbridge Oakham Stanmore Fairfield Brookside Riverside Lakeview Hillcrest Thornton Whitby Langdale Penrose Merton Colby Redwood Silverton Ironbridge
Blackwater Greenway Stonebridge Clearwater Highfield Eastleigh Southport Crestwood Maplewood Elmhurst Birchwood Ravenhill Foxhall Hartwell Kenmore Lindfield Marlow Newbury Orchard Parkland Quayside Radley
Sherwood Tamworth Uxley Vale Wexford Yardley Avonlea Bexhill Carlton Dunmore Everton Framlin Glenfield Hadley Islip Jarrow Keswick Leighton Milford Norbury Ormond Pinewood Ripley Selby Tilbury Upton""")
E["core2"] = L("""
Packaging
Engineering
Logistics
Dental Supplies
Furniture
Joinery
Plastics
Foods
Textiles
Printing
Freight
Electrical
Timber
Insurance Brokers
Property Management
Catering
Roofing
Optical
Pharmacy Group
Steel
Glass
Precision Tools
Garden Centres
Hotels
Accountants
Transport
Veterinary Clinics
Brewing
Cleaning Services
Security
Construction
Motor Parts
Windows
Fabrics
Paper
Laboratories
Interiors
Recycling
Fisheries
Instruments
""")
E["legal"] = ["Ltd", "Ltd", "Limited", "plc", "LLP", "Inc.", "LLC", "Ltd."]
P["core1"] = L("""
Talleres
Distribuciones
Construcciones
Transportes
Suministros
Muebles
Carpintería
Bodegas
Conservas
Clínica
Asesoría
Gestoría
Hotel
Ferretería
Panificadora
Imprenta
Autocares
Maderas
Plásticos
Textiles
Instalaciones
Reformas
Academia
Farmacia
Viveros
Cristalería
Electricidad
Cerámicas
Embalajes
Laboratorios
Almacenes
Papelería
Lácteos
Cárnicas
Frutas
Aceites
Mudanzas
Recambios
Ópticas
Pinturas
""")
P["core2"] = L("""
Montalbán
del Ebro
Levante
La Mancha
Sierra Norte
Bahía
del Duero
San Telmo
Costa Blanca
Monegros
Vallehermoso
Las Rozas
El Pinar
Guadalquivir
Ribera Alta
Cantábrico
Penedès
La Encina
Santa Marta
Alcarria
El Molino
Somosierra
La Vega
Puerta Real
Del Turia
Aljarafe
Campoamor
Peñalara
Las Torres
San Isidro
La Rambla
Miralbueno
Alto Aragón
El Cortijo
Valdeorras
Tajo
Moncayo
La Safor
Urgell
Axarquía
Bierzo
Los Olivos
Maestrazgo
San Roque
Villa Nueva
La Marina
Jarama
Priorat
Baix Camp
Alberche
""")
P["legal"] = ["S.L.", "S.L.", "SL", "S.A.", "S.L.U.", "SLU", "S.A.U.", "S. Coop."]
E["title"] = L("""
Managing Director
Operations Manager
Purchasing Manager
IT Manager
Finance Director
Office Manager
Head of Marketing
Sales Director
Owner
Buyer
Production Manager
HR Manager
Project Manager
Quality Manager
CEO
CFO
Warehouse Manager
General Manager
""")
P["title"] = L("""
Gerente
Director general
Responsable de compras
Director financiero
Jefa de administración
Responsable de informática
Director comercial
Responsable de marketing
Jefe de producción
Directora de RRHH
Responsable de calidad
Jefe de almacén
Director de operaciones
Propietario
Administrativa
Jefe de proyecto
""")
E["city"] = ["London|EC1A", "Manchester|M1", "Leeds|LS1", "Bristol|BS1", "Birmingham|B2", "Glasgow|G1", "Cardiff|CF10", "Sheffield|S1", "Norwich|NR1", "York|YO1", "Liverpool|L2", "Exeter|EX1"]
P["city"] = ["Madrid|280", "Barcelona|080", "Valencia|460", "Sevilla|410", "Zaragoza|500", "Málaga|290", "Murcia|300", "Bilbao|480", "Alicante|030", "Valladolid|470", "Vigo|362", "Gijón|332"]
E["street"] = ["High Street", "Station Road", "Church Lane", "Park Avenue", "Victoria Road", "London Road", "Mill Lane", "Queen Street", "King Street", "Industrial Estate Road", "Market Place", "Bridge Street"]
P["street"] = ["Calle Mayor", "Avenida de la Constitución", "Calle Real", "Polígono Industrial El Prado, nave", "Calle San Juan", "Paseo de la Estación", "Avenida de Europa", "Calle del Carmen", "Plaza de España", "Ronda Norte", "Camino Viejo", "Calle Industria"]
E["freemail"] = ["gmail.com", "gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "hotmail.co.uk", "yahoo.co.uk"]
P["freemail"] = ["gmail.com", "gmail.com", "hotmail.com", "hotmail.es", "yahoo.es", "outlook.es", "outlook.com", "icloud.com"]
E["isp"] = [("BT Group plc", "btinternet.com"), ("Virgin Media Limited", "virginmedia.com"), ("Comcast Corporation", "comcast.net"), ("Sky UK Limited", "sky.com")]
P["isp"] = [("Telefónica de España S.A.U.", "telefonica.net"), ("Ono S.A.U.", "ono.com"), ("Euskaltel S.A.", "euskaltel.net"), ("Terra Networks España S.A.", "terra.es")]
E["shared"] = [("Leeds Teaching Hospitals NHS Trust", "nhs.net", ["Bristol Royal Infirmary", "Norfolk Community Health", "Salford Royal Hospital", "Exeter Health Centre"])]
P["shared"] = [("Ilustre Colegio de la Abogacía de Madrid", "icam.es", ["Bufete Aranda", "Despacho Cifuentes", "Ledesma Abogados", "Oliver Letrados"])]
E["industry"] = ["Manufacturing", "Retail", "Construction", "Healthcare", "Transportation", "Food & Beverage", "Technology", "Finance", "Education", "Hospitality", "Consulting", "Engineering"]
P["industry"] = ["Fabricación", "Comercio minorista", "Construcción", "Sanidad", "Transporte", "Alimentación y bebidas", "Tecnología", "Finanzas", "Educación", "Hostelería", "Consultoría", "Ingeniería"]
E["rolebox"] = S("info sales accounts admin office enquiries contact reception purchasing support hello billing marketing orders service hr")
P["rolebox"] = S("info ventas compras administracion contabilidad facturacion contacto recepcion pedidos oficina comercial marketing rrhh almacen atencionalcliente soporte")
E["rolename"] = ["Info", "Sales", "Accounts", "Accounts Department", "Reception", "Purchasing", "Office", "Sales Team", "Enquiries", "Front Desk", "Admin", "Customer Service", "HR Department", "Marketing", "Billing", "Orders"]
P["rolename"] = ["Info", "Ventas", "Compras", "Administración", "Dpto. Compras", "Contabilidad", "Recepción", "Departamento Comercial", "Oficina", "Facturación", "Atención al cliente", "Pedidos", "Almacén", "RRHH", "Marketing", "Secretaría"]
E["test"] = [("Test", "Test", "test@test.com"), ("asdf", "asdf", "asdf@asdf.com"), ("Mickey", "Mouse", "mickey@mouse.com"), ("Test", "User", "test.user@test.com"), ("aaa", "bbb", "aaa@bbb.com"), ("qwerty", "qwerty", "qwerty@qwerty.com"),
             ("Donald", "Duck", "donald@duck.com"), ("Test", "Lead", "testlead@test.com"), ("xxx", "xxx", "xxx@xxx.com"), ("Test", "Testing", "testing123@gmail.com"), ("John", "Doe", "john.doe@example.com"), ("asdasd", "asdasd", "asd@asd.com"),
             ("Foo", "Bar", "foo@bar.com"), ("Test1", "Test2", "test1@test.com"), ("dummy", "dummy", "dummy@dummy.com"), ("Demo", "Test", "demo@test.com"), ("Homer", "Simpson", "homer@simpson.com"), ("sdfsdf", "sdfsdf", "sdf@sdf.com"),
             ("Test Contact", "DELETE", "delete@test.com"), ("Please", "Ignore", "test@test.co.uk"), ("abc", "abc", "abc@abc.com"), ("Batman", "Test", "batman@test.com"), ("Fake", "Name", "fake@fake.com"), ("hjkl", "hjkl", "hjkl@hjkl.com"), ("Test", "Account", "qa.test@test.com"), ("zzz", "zzz", "zzz@zzz.com")]
P["test"] = [("Prueba", "Prueba", "prueba@prueba.com"), ("asdf", "asdf", "asdf@asdf.com"), ("Test", "Test", "test@test.com"), ("Mickey", "Mouse", "mickey@mouse.com"), ("Prueba", "Formulario", "prueba@test.com"), ("aaa", "aaa", "aaa@aaa.com"),
             ("qwerty", "qwerty", "qwerty@qwerty.es"), ("Fulanito", "De Tal", "fulanito@prueba.es"), ("Usuario", "Prueba", "usuario.prueba@test.com"), ("xxx", "xxx", "xxx@xxx.es"), ("Pato", "Donald", "pato@donald.es"), ("Test", "Prueba", "testprueba@gmail.com"),
             ("asdasd", "asdasd", "asd@asd.es"), ("Contacto", "Prueba", "contactoprueba@test.com"), ("Prueba", "Borrar", "borrar@prueba.com"), ("Nombre", "Apellido", "nombre@prueba.com"), ("sdfsdf", "sdfsdf", "sdf@sdf.com"), ("abc", "abc", "abc@abc.es"),
             ("Prueba1", "Prueba2", "prueba1@prueba.es"), ("Lead", "Prueba", "lead@prueba.com"), ("Bart", "Simpson", "bart@simpson.com"), ("zzz", "zzz", "zzz@zzz.com"), ("Test", "Web", "testweb@test.es"), ("dummy", "dummy", "dummy@dummy.com"), ("PRUEBA", "NO TOCAR", "notocar@prueba.com"), ("hola", "hola", "hola@hola.com")]
E["testorg"] = ["Test Company", "TEST ACCOUNT - DELETE", "asdf", "Test Ltd"]
P["testorg"] = ["Empresa de prueba", "PRUEBA BORRAR", "asdf", "Cuenta test"]
E["citynames"] = [("Paris", "Walker"), ("Florence", "Bell"), ("Chelsea", "Hughes"), ("Austin", "Price"), ("Sydney", "Carter"), ("Georgia", "Shaw"), ("Victoria", "London"), ("Jack", "York")]
P["citynames"] = [("Paris", "Gómez Lara"), ("Lourdes", "Soria Pardo"), ("Israel", "Toledo Gil"), ("Florencia", "Vidal Mora"), ("Guadalupe", "León Zamora"), ("Juan", "Ávila Segovia"), ("Carolina", "Jerez Soto"), ("Asunción", "Cuenca Ríos")]
E["compound"] = [("Pilar", "Ortega y Gasset"), ("Helena", "Bonham Carter"), ("Mary Ann", "Lloyd-George"), ("Tim", "Rice-Oxley"), ("Jean-Paul", "Turner"), ("Ines", "Ramón y Cajal"), ("Sarah Jane", "Parker-Bowles"), ("Anne-Marie", "Hall")]
P["compound"] = [("Teresa", "Ramón y Cajal"), ("Alfonso", "Ortega y Gasset"), ("Inés", "Pi y Margall"), ("José María", "Gabriel y Galán"), ("Ana María", "Calvo de la Torre y Haro"), ("Luis", "Menéndez y Pelayo"), ("María José", "Ruiz de la Prada"), ("Carlos", "Sainz de Vicuña y Soto")]
E["trade_surname"] = [("Rachel", "Baker"), ("Tony", "Carpenter"), ("Diane", "Banks"), ("Peter", "Church"), ("Lucy", "Shoemaker"), ("Frank", "Holdings"), ("Anna", "Testa"), ("Norman", "Farmer")]
P["trade_surname"] = [("Rosa", "Iglesias Casas"), ("Manuel", "Zapatero Molino"), ("Pedro", "Herrero Tejedor"), ("Lucía", "Bodegas Marín"), ("Elena", "Pastor Torres"), ("Nuno", "Sá Ferreira"), ("Clara", "Testa Bruno"), ("Jesús", "Huertas Viña")]
E["family_org"] = ["Whitmore & Sons", "Barnaby Brothers", "Peter Hollis & Daughters", "John Cragg and Sons", "Alder & Finch", "George Tully & Co", "Marwood Sisters", "Pritchard & Son"]
P["family_org"] = ["Juan Pérez e Hijos", "Hermanos Quintana", "Viuda de Antonio Salcedo", "Hijos de Rafael Urrutia", "Sobrinos de Félix Arana", "Nicolás Beltrán y Hermanos", "Isidro Cobos e Hija", "Herederos de Emilio Zafra"]
E["sole"] = [("Harold", "Pennington"), ("Judith", "Ackroyd"), ("Trevor", "Blackwood"), ("Maureen", "Ostler"), ("Clive", "Hargreave"), ("Doreen", "Mumford")]
P["sole"] = [("Eusebio", "Larrañaga Ochoa"), ("Herminia", "Barrios Toral"), ("Fermín", "Echarri Olmo"), ("Visitación", "Cueto Lastra"), ("Leandro", "Bermejo Pozo"), ("Remedios", "Angulo Roca")]
E["pao_extra"] = P["pao_extra"] = None

# ---- notes
E["n_customer"] = L("""
Existing customer, wants renewal
Already a customer of ours
Current customer, asked about the new module
Customer since 2019, new buyer in the team
Long-standing client
They already buy from us
Existing account, interested in additional licences
Has been a customer for years, new person in purchasing
Current client, ordered again last spring
Already our customer through head office
Existing client, wants to extend the contract
We already invoice this company every month
Customer. Wants to add two more users
Buys from us regularly, asked for the new catalogue
Active customer, please route to account manager
""")
P["n_customer"] = L("""
Ya es cliente nuestro desde 2019
Cliente actual, quiere renovar
Ya son clientes
Cliente de toda la vida, persona nueva en compras
Es cliente, pregunta por el módulo nuevo
Cliente activo, pasar a su gestor
Ya nos compran habitualmente
Cliente desde hace años, quiere ampliar licencias
Cliente nuestro, ha cambiado la persona de contacto
Les facturamos todos los meses
Ya trabajan con nosotros como clientes
Cliente en vigor, interesado en ampliar contrato
Es cliente a través de la central
Cliente habitual, pide el catálogo nuevo
Ya tiene contrato con nosotros
""")
E["n_supplier"] = L("""
Supplier of packaging
Our supplier for office material
Supplier - sends us quotes for printing
This is a vendor, not a prospect
Vendor of ours, handles our courier service
He is our supplier for hardware
They supply us with pallets
Supplier, wants to sell us cleaning services
Works for one of our suppliers
Sales rep of our paper supplier
Supplier contact, do not call
Our vendor for translation services
Vendor - contacted us about his invoice
Supplies us with spare parts
Supplier of ours since 2018
Is a supplier, filled in the form by mistake
""")
P["n_supplier"] = L("""
Proveedor de embalajes
Es proveedor nuestro de material de oficina
Proveedor, nos pasa presupuestos de imprenta
Es un proveedor, no un cliente potencial
Proveedor de transporte, lleva nuestros envíos
Nuestro proveedor de hardware
Nos suministra los palés
Comercial de nuestro proveedor de papel
Trabaja en uno de nuestros proveedores
Proveedor, nos quiere vender servicios de limpieza
Contacto de proveedor, no llamar
Proveedor de traducciones
Proveedor. Preguntaba por su factura
Nos suministra recambios
Proveedor nuestro desde 2018
Es proveedor, rellenó el formulario por error
""")
E["n_partner"] = L("""
Partner, sells our product in the north
Our reseller in Ireland
Channel partner, not a lead
Works for one of our partners
Implementation partner of ours
Is a partner of ours since 2020
Reseller, asked for the partner price list
Certified partner, contact for joint projects
Our distributor for Scotland
Partner - refers customers to us
Belongs to our partner network
Technology partner, integration contact
He is our partner in Wales
Our partner agency for marketing
Partner account manager, not a buyer
Signed the partner agreement last year
""")
P["n_partner"] = L("""
Partner, vende nuestro producto en el norte
Es nuestro distribuidor en Galicia
Partner de canal, no es un lead
Trabaja en uno de nuestros partners
Partner de implantación nuestro
Es partner desde 2020
Revendedor, pidió la tarifa de partners
Partner certificado, contacto para proyectos conjuntos
Nuestro distribuidor en Canarias
Colaborador nuestro, nos recomienda clientes
Pertenece a nuestra red de partners
Partner tecnológico, contacto de la integración
Es nuestro socio comercial en Portugal
Agencia colaboradora nuestra
Es partner, no comprador
Firmó el acuerdo de partner el año pasado
""")
E["n_competitor"] = L("""
Competitor, do not send prices
Works for a direct competitor
This is a competitor looking at our product
Competitor - downloaded the brochure to spy on us
He works at the competition
Employee of a competitor
She works for our main competitor
Competitor! Do not give a demo
Is a competitor of ours
They are a competitor, sells the same service
Sales manager at a competitor
Direct competitor in the south west
From the competition, ignore
Competitor, registered for our webinar
Competing company, no offers please
Belongs to a competitor
""")
P["n_competitor"] = L("""
Competencia, no enviar precios
Trabaja en la competencia
Es competencia directa
Competidor, se descargó el catálogo para mirar
Es de la competencia
Empleado de un competidor
Trabaja para nuestro principal competidor
¡Competencia! No hacer demo
Es un competidor nuestro
Son competidores, venden el mismo servicio
Comercial de la competencia
Competidor directo en la zona sur
De la competencia, descartar
Competencia, se apuntó a nuestro webinar
Empresa competidora, no pasar ofertas
Pertenece a un competidor
""")
E["n_former"] = L("""
Former customer, cancelled in {y}
Ex-customer, left us in {y}
No longer a customer since {y}
Cancelled the contract in {y}
Former client, moved to another provider in {y}
Lost customer, did not renew in {y}
Was a customer until {y}
Terminated the contract in {y}
Used to be a customer, stopped buying in {y}
Churned in {y}
Ex-client, contract not renewed in {y}
Not a customer any more, cancelled {y}
Previous customer. Contract ended in {y}
Left in {y}, former customer
Past customer, last order years ago, account closed in {y}
""")
P["n_former"] = L("""
Antiguo cliente, se dio de baja en {y}
Excliente, nos dejó en {y}
Ya no es cliente desde {y}
Canceló el contrato en {y}
Ex cliente, se fue a otro proveedor en {y}
Cliente perdido, no renovó en {y}
Fue cliente hasta {y}
Rescindió el contrato en {y}
Era cliente, dejó de comprar en {y}
Baja de cliente en {y}
Antiguo cliente, contrato no renovado en {y}
Ya no son clientes, cancelaron en {y}
Cliente dado de baja en {y}
Dejó de ser cliente en {y}
Excliente. Contrato finalizado en {y}
""")
E["n_bant"] = L("""
Budget of 15,000 approved, needs to replace the current system before March
Has 8k budget, needs stock control, wants to start in January
Budget confirmed (20k). Need: invoicing for 30 users. Go live by end of Q1
Needs a new CRM, budget around 12,000, decision in December
Budget 25k signed off, needs to connect the web shop, start date 1 February
Looking for time tracking for 40 people, 6k budget, wants it running by April
Budget is available (10,000), needs mobile access for the field team, start next month
Needs reporting for three sites, budget 18k, to be live before summer
Approved budget 30k, they need to replace spreadsheets, decision by 15 January
They need document management, 9,000 budgeted, want to begin in February
Budget: 14k. Need: maintenance planning. Timing: first quarter
Wants to replace old software, has budget of 22,000 and has to be ready by May
5k budget for this year, needs quotes and orders module, wants to sign before Christmas
Needs integration with payroll, budget 16k approved, start in March
Budget 11,000 confirmed by the board, needs warehouse solution, launch in April
""")
P["n_bant"] = L("""
Presupuesto de 15.000 € aprobado, necesita cambiar el sistema antes de marzo
Tiene 8.000 € de presupuesto, necesita control de stock y quiere empezar en enero
Presupuesto confirmado (20.000 €). Necesidad: facturación para 30 usuarios. Arranque en el primer trimestre
Necesita un CRM nuevo, presupuesto de unos 12.000 €, deciden en diciembre
Presupuesto de 25.000 € firmado, necesita conectar la tienda online, inicio 1 de febrero
Busca control horario para 40 personas, presupuesto 6.000 €, lo quiere en marcha en abril
Hay presupuesto (10.000 €), necesita acceso móvil para comerciales, empezarían el mes que viene
Necesita informes para tres sedes, presupuesto de 18.000 €, tiene que estar antes de verano
Presupuesto aprobado de 30.000 €, necesitan dejar el Excel, decisión antes del 15 de enero
Necesitan gestor documental, 9.000 € presupuestados, quieren empezar en febrero
Presupuesto: 14.000 €. Necesidad: planificar mantenimiento. Plazo: primer trimestre
Quiere cambiar el programa antiguo, tiene 22.000 € de presupuesto y lo necesita para mayo
5.000 € de presupuesto este año, necesita módulo de pedidos y quiere firmar antes de Navidad
Necesita integración con nóminas, presupuesto de 16.000 € aprobado, inicio en marzo
Presupuesto de 11.000 € confirmado por dirección, necesita solución de almacén, arranque en abril
""")
E["n_request"] = L("""
Requested a demo on the website
Asked for a quote for 20 users
Asked us for prices
Wants a demo of the product
Requested a price quote by phone
Filled in the demo request form
Asked for a quotation
Would like to see a demo next week
Requested pricing for the standard plan
Demo request from the website
Asks for an offer for 10 licences
Please send quote, requested by e-mail
Wants to book a demo
Requested a quote for the annual plan
Asked for a personalised demo
""")
P["n_request"] = L("""
Ha solicitado una demo en la web
Pide presupuesto para 20 usuarios
Nos pide precios
Quiere una demo del producto
Solicita presupuesto por teléfono
Rellenó el formulario de solicitud de demo
Ha pedido un presupuesto
Le gustaría ver una demo la semana que viene
Pide precios del plan estándar
Solicitud de demo desde la web
Pide oferta para 10 licencias
Solicita presupuesto por correo
Quiere agendar una demo
Ha pedido presupuesto del plan anual
Solicita una demo personalizada
""")
E["n_interest"] = L("""
Downloaded the brochure
Signed up for the newsletter
Attended the webinar in spring
Visited our stand at the fair
Filled in the contact form asking for information
Left a business card at the trade show
Downloaded the buyer's guide
Wrote to us on LinkedIn asking for information
Registered for the webinar
Called in to ask for general information
Subscribed to the blog
Asked for more information on the website
Downloaded a white paper
Came to our stand, took a brochure
Requested the catalogue
""")
P["n_interest"] = L("""
Se descargó el catálogo
Se apuntó al boletín
Asistió al webinar de primavera
Visitó nuestro stand en la feria
Rellenó el formulario de contacto pidiendo información
Dejó su tarjeta en la feria
Se descargó la guía
Nos escribió por LinkedIn pidiendo información
Se inscribió en el webinar
Llamó para pedir información general
Suscrito al blog
Pidió más información en la web
Descargó un ebook
Pasó por el stand y se llevó un folleto
Solicitó el catálogo
""")
E["n_neutral"] = L("""
Prefers to be contacted by e-mail
Not available on Fridays
Speaks French
Best time to call: mornings
Works part time
On holiday in August
New in the position
Prefers phone
Moved office recently
Ask for extension 214
Very friendly
Out of office until Monday
Ask for her assistant Julie
Does not want to be called on the mobile
Contact details updated
""")
P["n_neutral"] = L("""
Prefiere contacto por correo
No disponible los viernes
Habla francés
Llamar mejor por la mañana
Trabaja a media jornada
De vacaciones en agosto
Nuevo en el puesto
Prefiere teléfono
Se han mudado de oficina hace poco
Preguntar por la extensión 214
Muy amable
Fuera hasta el lunes
Preguntar por su secretaria Julia
No quiere que le llamen al móvil
Datos actualizados
""")
E["n_referred"] = L("""
Referred by an existing customer
Recommended by one of our customers
Heard about us from a customer
Referred by our partner
A partner gave us the name
Came through our partner network event
Recommendation of a client
Neighbour of one of our clients
""")
P["n_referred"] = L("""
Viene recomendado por un cliente
Nos conoce por un cliente nuestro
Recomendado por uno de nuestros clientes
Nos lo ha pasado un partner
Referido por un colaborador
Conocido de un cliente
Recomendación de cliente
Nos lo presentó un partner en la feria
""")
E["n_usescomp"] = L("""
Currently uses a competitor's product
Unhappy with the competitor they work with now
Comparing us with two competitors
Wants to leave his current supplier
Has a contract with another supplier until December
Looking for a new supplier
Uses a competing tool today
Changing supplier this year
""")
P["n_usescomp"] = L("""
Ahora usa un producto de la competencia
Descontento con la competencia
Nos está comparando con dos competidores
Quiere dejar a su proveedor actual
Tiene contrato con otro proveedor hasta diciembre
Busca nuevo proveedor
Hoy trabaja con una herramienta de la competencia
Va a cambiar de proveedor este año
""")
E["n_notcust"] = L("""
Not a customer yet
Not yet a customer, reads the newsletter
Could become a customer next year
No customer so far
Has never bought from us
Would like to become a partner some day, for now just information
Not a customer
Potential customer for the new plan
""")
P["n_notcust"] = L("""
Aún no es cliente
Todavía no es cliente, lee el boletín
Podría ser cliente el año que viene
No es cliente
Nunca nos ha comprado
Posible cliente para el plan nuevo
De momento no es cliente
Cliente potencial, solo información por ahora
""")
E["n_cv"] = L("""
CV sent through the web form
Sent us his CV
Looking for a job, CV attached
Applied for the sales position
CV received
""")
P["n_cv"] = L("""
CV enviado
Nos ha mandado el currículum por la web
Busca trabajo, adjunta CV
Se presenta a la oferta de comercial
CV recibido
""")
# ---- activities
E["a_sales"] = L("""
Discovery call
Discovery meeting
Product demo
Online demo
Demo with the team
Needs analysis meeting
Requirements meeting
Requirements workshop
Quote review
Review of the quote
Pricing review
Quote discussed with the buyer
Needs assessment
Demo and questions
Pricing call
Meeting: requirements
""")
P["a_sales"] = L("""
Reunión de descubrimiento
Llamada de descubrimiento
Demo del producto
Demo online
Demo con el equipo
Reunión de análisis de necesidades
Reunión de requisitos
Toma de requisitos
Revisión del presupuesto
Revisar presupuesto con el cliente potencial
Revisión de precios
Presentación de presupuesto y revisión
Análisis de necesidades
Demo y preguntas
Reunión necesidades
Demostración
""")
E["a_service"] = L("""
Account review
Quarterly review
Delivery check
Support visit
Follow-up after delivery
Invoice query
Training session
Service meeting
Annual review
Onboarding session
Maintenance visit
Support call
Contract review
Complaint resolved
Installation check
""")
P["a_service"] = L("""
Revisión de cuenta
Revisión trimestral
Comprobar entrega
Visita de soporte
Seguimiento tras la entrega
Consulta sobre factura
Sesión de formación
Reunión de servicio
Revisión anual
Sesión de puesta en marcha
Visita de mantenimiento
Llamada de soporte
Revisión de contrato
Incidencia resuelta
Revisión de la instalación
""")
E["a_noanswer"] = L("""
Call - no answer
Called, no answer
Left voicemail
No answer
Tried to call, not available
Call attempt 1
Voicemail left
Called twice, nobody picked up
Unanswered call
Call attempt, busy
2nd call attempt, no reply
Rang, not reached
No reply on the phone
Called - engaged
Could not reach by phone
""")
P["a_noanswer"] = L("""
Llamada - no contesta
No contesta
Llamada sin respuesta
Mensaje en el contestador
Intento de llamada
Llamado, no está
Comunica
No coge el teléfono
2º intento, sin respuesta
Llamada perdida
Dejo mensaje en el buzón de voz
No localizado
Llamada no atendida
Sin respuesta al teléfono
Llamada, comunicando
""")
E["a_email"] = L("""
Email: brochure sent
Email: Introduction
Email sent
Sent brochure
Email: follow-up
Email: newsletter
Intro e-mail sent
Email: information requested
Mailing sent
Email: thank you for your visit
Email: company presentation
Sent catalogue by e-mail
Email: welcome
Email: invitation to webinar
Follow-up email sent
""")
P["a_email"] = L("""
Correo: envío de catálogo
Correo de presentación
Email enviado
Envío de información
Correo: seguimiento
Email: boletín
Correo enviado
Enviado catálogo por correo
Mailing enviado
Correo: gracias por su visita
Email de presentación
Correo: información solicitada
Email: bienvenida
Correo: invitación al webinar
Enviado email de seguimiento
""")
# campaigns: name|type
E["campaign"] = L("""
Spring Webinar 2026|Webinar
Newsletter sign-up|Email
Trade Show London 2026|Trade Show
Buyer's Guide download|Advertisement
White paper download|Email
Webinar: Getting started|Webinar
Birmingham NEC stand 2025|Trade Show
LinkedIn campaign Q1|Advertisement
Website contact form|Other
Autumn webinar 2025|Webinar
E-book download|Email
Monthly newsletter|Email
Brochure request|Other
Expo Manchester 2025|Trade Show
Facebook Ads 2026|Advertisement
Customer stories webinar|Webinar
""")
P["campaign"] = L("""
Webinar primavera 2026|Webinar
Alta en el boletín|Correo electrónico
Feria Madrid 2026|Feria comercial
Descarga guía de compra|Publicidad
Descarga ebook|Correo electrónico
Webinar: primeros pasos|Webinar
Stand feria IFEMA 2025|Feria comercial
Campaña LinkedIn T1|Publicidad
Formulario de contacto web|Otro
Webinar otoño 2025|Webinar
Descarga de catálogo|Correo electrónico
Newsletter mensual|Correo electrónico
Solicitud de información web|Otro
Feria Barcelona 2025|Feria comercial
Facebook Ads 2026|Publicidad
Webinar casos de éxito|Webinar
""")
E["form"] = L("""
Newsletter sign-up: Blog
Contact us: Website
Download: Buyer's guide
Webinar registration: Spring webinar
White paper download: Landing page
E-book: Landing page
Request information: Website
Brochure download: Website
Blog subscription: Blog
Trade show form: Stand 2026
Contact form: Home page
Checklist download: Blog
Webinar registration: Getting started
Catalogue request: Website
Facebook Lead Ad: Guide
""")
P["form"] = L("""
Suscripción al boletín: Blog
Formulario de contacto: Web
Descarga guía de compra: Landing
Inscripción webinar: Webinar primavera
Descarga ebook: Landing
Solicitud de información: Web
Descarga catálogo: Web
Suscripción al blog: Blog
Formulario feria: Stand 2026
Contacto: Página de inicio
Descarga checklist: Blog
Inscripción webinar: Primeros pasos
Petición de catálogo: Web
Formulario Facebook: Guía
Newsletter: Pie de página
""")
E["source"] = ["Web", "Web", "Webinar", "Trade Show", "Phone Inquiry", "Website form", "Newsletter", "Social Media", "Content download", "LinkedIn", "Event", "Contact form", "Web download", "Facebook", "Seminar"]
P["source"] = ["Web", "Web", "Webinar", "Feria", "Formulario web", "Boletín", "Redes sociales", "Descarga de contenido", "LinkedIn", "Llamada entrante", "Página web", "Newsletter", "Feria comercial", "Facebook", "Formulario de contacto"]
E["csource"] = ["Partner Referral", "Word of mouth", "Other", "External Referral", "Employee Referral", ""]
P["csource"] = ["Recomendación", "Boca a boca", "Otro", "Referencia externa", "", "Referido"]
E["deal"] = ["{o} - licences", "{o} - annual plan", "{o} - new project", "{o} - upgrade", "{o} - support contract", "{o} - pilot", "{o} - extension", "{o} - 2026", "{o} - additional users", "{o} - implementation", "{o} - training", "{o} - phase 2", "{o} - maintenance", "{o} - starter pack", "{o} - order"]
P["deal"] = ["{o} - licencias", "{o} - plan anual", "{o} - proyecto nuevo", "{o} - ampliación", "{o} - contrato de soporte", "{o} - piloto", "{o} - renovación", "{o} - 2026", "{o} - usuarios adicionales", "{o} - implantación", "{o} - formación", "{o} - fase 2", "{o} - mantenimiento", "{o} - pack inicial", "{o} - pedido"]
E["nocompany"] = ["Self-employed", "Private", "Not provided", "n/a", "-", "Individual", "[not provided]", "none", "Freelance", "Unknown"]
P["nocompany"] = ["Particular", "Autónomo", "No indicado", "-", "Sin empresa", "n/d", "Autónoma", "[no facilitado]", "Por cuenta propia", "Desconocida"]
E["two"] = ["{a} and {b}|{s}", "{a} & {b}|{s}", "{a} / {b}|{s}", "{a} + {b}|{s}", "{a} {s} &|{b} {t}", "{a} {s} and|{b} {t}", "{a}|{s} / {b} {t}", "Mr and Mrs|{s}", "{a} and {b}|{s}", "{a} & {b}|{s}", "{a} {s}|and {b} {t}"]
P["two"] = ["{a} y {b}|{s}", "{a} / {b}|{s}", "{a} {s} y|{b} {t}", "{a} & {b}|{s}", "{a} y {b}|{s} y {t}", "{a}|{s} / {b} {t}", "{a} + {b}|{s}", "{a} {s} /|{b} {t}", "Sres.|{s} y {t}", "{a} y {b}|{s}", "{a} {s}|y {b} {t}"]

E["n_referred"] += L("""
Recommended by a client
Found us through one of our partners
Introduced by a customer at the fair
Got our name from a partner
Friend of a customer
Referral from a customer
Colleague at another company is our customer
""")
P["n_referred"] += L("""
Viene de parte de un cliente
Nos encontró a través de un partner
Presentado por un cliente en la feria
Un partner le dio nuestro nombre
Amigo de un cliente
Referencia de un cliente
Un conocido suyo es cliente nuestro
""")
E["n_usescomp"] += L("""
Works with a competitor's software at the moment
Not happy with their supplier
Contract with competitor ends next year
Evaluating competitors as well
Their supplier raised prices
Uses another provider
Asked how we compare with the competition
""")
P["n_usescomp"] += L("""
Trabaja con el programa de un competidor
No está contento con su proveedor
Su contrato con la competencia acaba el año que viene
También mira a la competencia
Su proveedor le ha subido los precios
Usa otro proveedor
Pregunta en qué nos diferenciamos de la competencia
""")
E["n_notcust"] += L("""
Not one of our customers
Not a customer at the moment
Would be a new customer
Still no customer of ours
Never been a customer
Might become a customer
Not a customer, only information
""")
P["n_notcust"] += L("""
No es cliente nuestro
Por ahora no es cliente
Sería cliente nuevo
Sigue sin ser cliente
Nunca ha sido cliente
Podría llegar a ser cliente
No es cliente, solo pide información
""")
E["n_cv"] += L("""
Sent CV for the open position
Job application
Candidate for the support vacancy
CV forwarded to HR
Interested in working with us, CV
Wants to work here
Application for internship
Asked about vacancies
Jobseeker, CV by e-mail
Applied through the contact form
""")
P["n_cv"] += L("""
Envía CV para la vacante
Candidatura de empleo
Candidato para el puesto de soporte
CV reenviado a RRHH
Quiere trabajar con nosotros, CV
Pide trabajo
Solicita prácticas
Pregunta por ofertas de empleo
Demandante de empleo, CV por correo
Currículum por el formulario de contacto
""")
