"""Names of people, firms and places, put together from small lists of this folder's own."""

import unicodedata

GIVEN = {
    "en": """Amelia Arthur Beatrice Brian Caroline Charles Claire Colin Daniel Diana Edward Eleanor Emma Fiona Frank George Grace Gregory Hannah Harold
 Helen Henry Isla Jack Janet Jason Jennifer Joan Joseph Judith Karen Keith Kevin Laura Leonard Linda Louise Malcolm Mark Martin Matthew Megan Melissa
 Nathan Neil Nicholas Nora Oliver Owen Pamela Patrick Paul Peter Philip Rachel Ralph Rebecca Roger Rose Ruth Sarah Scott Sheila Simon Sophie Stephen
 Susan Thomas Timothy Vanessa Victoria Walter Wendy""".split(),
    "es": """Adrián Agustín Alba Alejandro Alicia Álvaro Amparo Andrea Andrés Ángela Antonio Aurora Beatriz Begoña Bernardo Blanca Carlos Carmen Cecilia
 Clara Cristina Daniela Diego Elena Emilio Enrique Esteban Esther Eva Fátima Federico Fernando Gabriela Gonzalo Guillermo Hugo Ignacio Inés Irene Isabel
 Iván Javier Jimena Joaquín Jorge José Juan Julia Julián Laura Leticia Lorena Lucía Luis Manuel Marcos María Marina Mario Marta Martín Miguel Mónica
 Natalia Nerea Noelia Nuria Óscar Pablo Patricia Paula Pedro Pilar Rafael Raquel Raúl Rocío Rodrigo Rubén Salvador Sandra Sergio Silvia Sofía Sonia
 Susana Teresa Tomás Verónica Vicente Víctor Yolanda""".split(),
}
SURNAME = {
    "en": """Adams Allen Atkinson Bailey Barnes Bennett Bishop Bradley Brooks Butler Carter Chapman Clarke Collins Cooper Davidson Dixon Edwards Elliott
 Ellis Fletcher Foster Gibson Graham Griffiths Hamilton Harris Harvey Hawkins Hughes Hunter Jenkins Johnson Kennedy Lawson Lloyd Marshall Matthews Mitchell
 Morrison Murphy Newton Palmer Parker Patterson Pearson Perkins Phillips Porter Powell Reynolds Richardson Roberts Robinson Rogers Saunders Simpson
 Stevenson Sullivan Thompson Tucker Turner Walker Wallace Watkins Webster Whitaker Wilkinson Williams Woodward Wright""".split(),
    "es": """Aguilar Alonso Álvarez Arroyo Bermúdez Blanco Bravo Caballero Cabrera Calvo Campos Cano Carrasco Castillo Castro Cortés Cruz Delgado Díaz
 Domínguez Durán Espinosa Fernández Ferrer Flores Fuentes Gallego García Garrido Gil Giménez Gómez González Guerrero Gutiérrez Hernández Herrera Herrero
 Ibáñez Iglesias Jiménez León López Lorenzo Lozano Marín Márquez Martínez Medina Méndez Molina Montero Mora Morales Moreno Muñoz Navarro Nieto Núñez
 Ortega Ortiz Pascual Peña Peñalver Pérez Prieto Ramírez Ramos Reyes Rodríguez Romero Rubio Ruiz Sáez Sánchez Santana Sanz Serrano Soler Soto Suárez
 Torres Valdés Vázquez Vega Velasco Vidal Zamora""".split(),
}
NICKNAMES = {
    "en": [("Robert", "Bob"), ("Elizabeth", "Liz"), ("William", "Bill"), ("Katherine", "Kate"), ("Michael", "Mike"), ("Jennifer", "Jen"),
           ("Thomas", "Tom"), ("Richard", "Rick"), ("Margaret", "Maggie"), ("Anthony", "Tony"), ("Edward", "Ted"), ("Susan", "Sue")],
    "es": [("Francisco", "Paco"), ("José", "Pepe"), ("Dolores", "Lola"), ("Concepción", "Concha"), ("Ignacio", "Nacho"), ("Enrique", "Quique"),
           ("Manuel", "Manolo"), ("Rosario", "Charo"), ("Guadalupe", "Lupe"), ("Jesús", "Chus"), ("Mercedes", "Merche"), ("Antonio", "Toni")],
}
COMPOUND = {"en": ["Mary Anne", "Billy Joe", "Anne Marie", "John Paul", "Sarah Jane"],
            "es": ["María José", "José María", "Juan Carlos", "Ana Belén", "María del Mar", "Luis Miguel", "Juan de Dios", "María de la O"]}
AND_SURNAMES = ["Ramón y Cajal", "Ortega y Gasset", "García y Bellido", "Menéndez y Pelayo", "Gil y Carrasco", "Pérez y Pérez", "Roca de Togores y Caro"]
PLACE_NAMES = {"en": [("Paris", "Morgan"), ("Austin", "Reed"), ("Sydney", "Hale"), ("Chelsea", "Holt"), ("Jordan", "London"), ("Florence", "Nash"),
                      ("Dallas", "Winter"), ("Georgia", "Banks"), ("Chester", "Field"), ("Savannah", "Rivers")],
               "es": [("Paris", "Santos Vera"), ("África", "Toledo Sanz"), ("Florencia", "Valencia Cruz"), ("Israel", "Zaragoza Gil"), ("Lourdes", "Madrid Soto"),
                      ("Covadonga", "Ávila Reyes"), ("Guadalupe", "Cuenca Mora"), ("Bruno", "Banco Iglesias"), ("Iglesias", "Torres Casa"), ("Asia", "Segovia Gil")]}
SYLLABLES = [["bel", "cor", "dra", "fen", "gal", "hel", "ist", "jar", "kel", "lum", "mor", "nor", "oran", "pel", "quin", "rov", "sel", "tar", "urb", "van",
              "wex", "yel", "zan", "bri", "cal", "del", "erm", "fal"],
             ["a", "e", "i", "o", "an", "en", "ir", "or", "ave", "ida", "ule", "oma", "ena"],
             ["dara", "mar", "nova", "tis", "rion", "lena", "vex", "dor", "nix", "bra", "tera", "sol", "via", "cant", "del", "gon", "lux", "mira", "tel", "zar"]]
TRADE = {
    "en": """Logistics Engineering Foods Textiles Packaging Software Consulting Plumbing Optics Dental Marine Furniture Roofing Tooling Ceramics Printing
 Chemicals Instruments Catering Electronics Bearings Publishing Pharma Interiors Coatings Freight Analytics""".split(),
    "es": ["Logística", "Ingeniería", "Alimentación", "Textiles", "Envases", "Informática", "Asesores", "Fontanería", "Óptica", "Clínica Dental", "Náutica",
           "Muebles", "Cubiertas", "Herramientas", "Cerámicas", "Impresión", "Químicas", "Electrónica", "Editorial", "Farma", "Interiorismo", "Pinturas",
           "Transportes", "Construcciones", "Bodegas", "Conservas", "Climatización", "Jardinería"],
}
LEGAL = {"en": ["Ltd", "Ltd.", "Limited", "Inc.", "Inc", "LLC", "Corp.", "plc", "LLP"],
         "es": ["S.L.", "SL", "S.A.", "SA", "S.L.U.", "Sociedad Limitada", "S.A. de C.V.", "S. de R.L. de C.V.", "S.Coop."]}
TITLES = {"en": ["Purchasing Manager", "CEO", "Head of Operations", "IT Manager", "Office Manager", "CFO", "Production Engineer", "Buyer", "Plant Manager",
                 "Marketing Director", "Owner", "HR Manager", "Project Lead", ""],
          "es": ["Jefe de Compras", "Directora General", "Gerente", "Responsable de Informática", "Administración", "Director Financiero", "Ingeniera de Producción",
                 "Compras", "Jefa de Planta", "Directora de Marketing", "Propietario", "Responsable de RR. HH.", ""]}
CITY = {"en": [("London", "Greater London", "United Kingdom", "SW1A 1AA", "+44"), ("Leeds", "West Yorkshire", "United Kingdom", "LS1 4DY", "+44"),
               ("Austin", "TX", "United States", "78701", "+1"), ("Chicago", "IL", "United States", "60601", "+1"),
               ("Denver", "CO", "United States", "80202", "+1"), ("Boston", "MA", "United States", "02108", "+1")],
        "es": [("Madrid", "Madrid", "España", "28013", "+34"), ("Valencia", "Valencia", "España", "46002", "+34"), ("Sevilla", "Sevilla", "España", "41001", "+34"),
               ("Zaragoza", "Zaragoza", "España", "50001", "+34"), ("Monterrey", "Nuevo León", "México", "64000", "+52"),
               ("Guadalajara", "Jalisco", "México", "44100", "+52")],
        "abroad": [("Hamburg", "Hamburg", "Germany", "20095", "+49", "Deutschland GmbH"), ("Milano", "MI", "Italy", "20121", "+39", "Italia S.r.l."),
                   ("Lyon", "Rhône", "France", "69002", "+33", "France SAS"), ("Porto", "Porto", "Portugal", "4000-001", "+351", "Portugal Lda.")]}
STREET = {"en": ["High Street", "Mill Lane", "Station Road", "Elm Avenue", "Park Row", "Canal Street", "Orchard Drive"],
          "es": ["Calle del Olmo", "Avenida del Puerto", "Calle Nueva", "Paseo de la Ribera", "Plaza del Molino", "Calle Hornos", "Camino Real"]}
FREE_MAIL = {"en": ["gmail.com", "outlook.com", "yahoo.com", "hotmail.com", "icloud.com", "hotmail.co.uk", "live.com"],
             "es": ["gmail.com", "hotmail.com", "hotmail.es", "yahoo.es", "outlook.es", "icloud.com", "yahoo.com.mx"]}
PROVIDERS = {"en": ["comcast.net", "btinternet.com", "verizon.net", "att.net", "virginmedia.com"],
             "es": ["telefonica.net", "terra.es", "ono.com", "wanadoo.es", "prodigy.net.mx"]}
SHARED = {"en": ["nhs.net", "nhs.net", "nhs.net"], "es": ["icam.es", "icab.cat", "gva.es", "xtec.cat", "juntadeandalucia.es"]}
SHARED_NAME = {"nhs.net": "National Health Service", "icam.es": "Colegio de la Abogacía de Madrid", "icab.cat": "Colegio de la Abogacía de Barcelona",
               "gva.es": "Generalitat Valenciana", "xtec.cat": "Departamento de Educación", "juntadeandalucia.es": "Junta de Andalucía"}
PROVIDER_NAME = {"en": "Broadband Retail", "es": "Banda Ancha Servicios"}
ROLE_BOX = {"en": [("info", "Info"), ("sales", "Sales Department"), ("accounts", "Accounts Payable"), ("office", "Office"), ("purchasing", "Purchasing"),
                   ("support", "Support Team"), ("reception", "Reception"), ("marketing", "Marketing"), ("enquiries", "Enquiries"), ("hr", "HR")],
            "es": [("info", "Info"), ("ventas", "Departamento de Ventas"), ("administracion", "Administración"), ("oficina", "Oficina"), ("compras", "Compras"),
                   ("soporte", "Soporte"), ("recepcion", "Recepción"), ("marketing", "Marketing"), ("contabilidad", "Contabilidad"), ("rrhh", "RRHH")]}
TESTS = {"en": [("Test", "Test", "test@test.com"), ("asdf", "asdf", "asdf@asdf.com"), ("qwerty", "qwerty", "qwerty@qwerty.com"), ("Mickey", "Mouse", "mickey@mouse.com"),
                ("Testing", "Testperson", "testing@test.com"), ("xxx", "xxx", "xxx@xxx.com"), ("John", "Doe", "john.doe@example.com"),
                ("Test User", "Do Not Call", "testuser1@example.com"), ("aaa", "bbb", "aaa@bbb.com"), ("Donald", "Duck", "donald@duck.com"),
                ("Dummy", "Record", "dummy@dummy.com"), ("First Name", "Last Name", "test@example.com")],
         "es": [("Prueba", "Prueba", "prueba@prueba.com"), ("asdf", "asdfg", "asdf@asdf.com"), ("qwerty", "qwerty", "qwe@qwe.com"), ("Test", "Test", "test@test.com"),
                ("Mickey", "Mouse", "mickey@mouse.com"), ("Usuario", "Prueba", "usuario@prueba.com"), ("xxx", "xxx", "xxx@xxx.com"), ("Fulano", "De Tal", "fulano@example.com"),
                ("Cliente", "de Prueba", "pruebas@test.com"), ("aaa", "bbb", "aaa@aaa.com"), ("Pato", "Donald", "pato@donald.com"), ("Nombre", "Apellido", "correo@example.com")]}
TEST_FIRMS = {"en": ["Test Company", "asdfgh", "TEST - do not use", "Dummy Account", "qwerty", "Sample Account for Testing"],
              "es": ["Empresa de Prueba", "asdfgh", "PRUEBA - no usar", "Cuenta test", "qwerty", "Prueba Prueba"]}
REAL_TESTS = {"en": [("Helen", "Test"), ("Mario", "Testa"), ("Donald", "Duckworth"), ("Minnie", "Moore"), ("Jane", "Dow"), ("Prudence", "Tester")],
              "es": [("Elena", "Test"), ("Mario", "Testa Ruiz"), ("Donaldo", "Patón Gil"), ("Clara", "Ensayo Vela"), ("Luis", "Testón Mora"), ("Ana", "Provas Soler")]}
REAL_TEST_FIRMS = {"en": ["Testo Instruments", "Crash Test Labs", "Material Testing Services", "Sample Logistics", "Demonte Testware", "Pilot Test Engineering"],
                   "es": ["Testo Instrumentos", "Laboratorio de Pruebas y Ensayos", "Ensayos y Pruebas Industriales", "Muestras Textiles", "Test Clínicos del Sur", "Banco de Pruebas Motor"]}
TRADE_SURNAMES = {"en": ["Baker", "Mason", "Farmer", "Banks", "Cook", "Carpenter", "Stone", "Hall", "House", "Miller"],
                  "es": ["Herrero Casas", "Molinero Prado", "Zapatero Sá", "Tejedor Mesa", "Casas Viejas", "Panadero Soler", "Sá Carneiro", "Del Castillo Puertas", "Cuenta Ríos"]}
GIVEN_FIRMS = {"en": ["{given}'s Bakery", "Café {given}", "{given} & Co Florists", "{surname} Plumbing", "Casa {given} Restaurant"],
               "es": ["Joyería {given}", "Talleres {surname}", "Panadería {given}", "Peluquería {given}", "Casa {given} Restaurante", "Academia {surname}"]}
SONS_FIRMS = {"en": ["{given} {surname} & Sons", "{surname} Brothers", "{given} {surname} and Daughters", "{surname} & {other}"],
              "es": ["{given} {surname} e Hijos", "Hermanos {surname}", "Hijos de {given} {surname}", "Viuda de {given} {surname}", "{surname} y {other}"]}
OWN = {"en": ("Halvern Systems", "halvern-systems.example"), "es": ("Sistemas Albórez", "alborez-sistemas.example")}
PRODUCTS = {"en": ["licences", "annual plan", "service package", "pilot", "phase 2", "upgrade", "rollout", "starter pack"],
            "es": ["licencias", "plan anual", "paquete de servicio", "piloto", "fase 2", "ampliación", "despliegue", "mantenimiento"]}


def plain(text):
    """Without accents, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()


def unaccented(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def slug(text, between=""):
    kept = "".join(c if c.isalnum() and c.isascii() else " " for c in plain(text))
    return between.join(kept.split())
