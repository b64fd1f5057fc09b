"""What sales people write: subjects of activities and notes, by language and by what they mean."""

SUBJECTS = {
    # held, they are sales evidence: discovery, needs, requirements, demo, quote, pricing
    "sales": {
        "en": ["Discovery call", "Discovery meeting with the team", "Needs analysis", "Requirements workshop", "Product demo", "Live demo for purchasing and IT",
               "Demo (60 min, screen share)", "Quote review", "Walked through the quote line by line", "Pricing review with finance", "Pricing discussion",
               "Scoping session: requirements", "Gathered requirements on site", "2nd demo - technical deep dive", "Proposal and pricing meeting",
               "Requirements call w/ ops", "Went over our quotation", "Needs assessment visit"],
        "es": ["Reunión de descubrimiento", "Llamada de descubrimiento", "Análisis de necesidades", "Reunión de toma de requisitos", "Demo del producto",
               "Demostración en vivo para compras e informática", "Demo (60 min, pantalla compartida)", "Revisión del presupuesto", "Repaso de la cotización línea a línea",
               "Revisión de precios con finanzas", "Reunión sobre precios", "Sesión de requisitos", "Visita para detectar necesidades", "2ª demo - parte técnica",
               "Presentación de la propuesta y precios", "Levantamiento de requerimientos", "Repasamos nuestra oferta económica", "Estudio de necesidades en planta"],
    },
    "neutral": {
        "en": ["Introductory call", "First touch", "Said hello, will talk again", "Check-in", "Follow up", "Spoke briefly in passing",
               "Quick hello at the door", "Short chat, no news", "Called back, was travelling", "Catch-up after the holidays", "Ask who is the right person", "Touch base"],
        "es": ["Llamada de presentación", "Primera toma de contacto", "Saludar, hablamos otro día", "Seguimiento", "Seguimiento general", "Hablamos un momento",
               "Visita de cortesía", "Saludo rápido en la puerta", "Charla breve, sin novedades", "Devolví la llamada, estaba de viaje", "Retomar tras vacaciones",
               "Preguntar quién es la persona adecuada", "Ponerse al día"],
    },
    "chore": {
        "en": ["Look them up on the web", "Confirm address", "Update phone number", "Check spelling of the name", "Add to the Christmas card list", "Clean up duplicate notes", "Complete the data sheet",
               "Find the assistant's number", "Ask reception for the opening hours", "Sort out the file", "Check time zone", "Read their annual report"],
        "es": ["Buscar en internet", "Confirmar dirección", "Actualizar teléfono", "Comprobar la grafía del nombre", "Añadir a la lista de felicitaciones", "Limpiar notas repetidas", "Completar la ficha",
               "Buscar el teléfono de la ayudante", "Preguntar el horario en recepción", "Ordenar el expediente", "Mirar la diferencia horaria", "Leer su memoria anual"],
    },
    "email": {
        "en": ["Email: introduction to our company", "Email: Invitation to our demo day", "Email: our product range", "Sent company presentation", "Email: Following up on my last message",
               "Email: See a live demo of the new release", "Mass mail: spring news", "Email: Requesting 15 minutes of your time", "Email: Happy New Year", "Sent brochure",
               "Email: Did you get my last e-mail?", "Email: Price promotion in October"],
        "es": ["Correo: presentación de la empresa", "Correo: invitación a nuestra jornada de demos", "Correo: nuestra gama de productos", "Enviada presentación corporativa",
               "Correo: retomando mi último mensaje", "Correo: vea una demo de la nueva versión", "Envío masivo: novedades de primavera", "Correo: 15 minutos de su tiempo",
               "Correo: Feliz Año Nuevo", "Enviado folleto", "Correo: ¿recibió mi mensaje anterior?", "Correo: promoción de precios de octubre"],
    },
    "dealing": {
        "en": ["Service visit", "Support call about the installation", "Quarterly business review", "Training of new users", "Delivery agreed", "Maintenance appointment",
               "Question about invoice", "Onboarding session", "Warranty claim settled", "Spare parts ordered", "Annual service review", "Go-live support", "Complaint handled"],
        "es": ["Visita de servicio", "Llamada de soporte por la instalación", "Revisión trimestral de la cuenta", "Formación de usuarios nuevos", "Entrega acordada",
               "Cita de mantenimiento", "Duda sobre una factura", "Sesión de puesta en marcha", "Garantía resuelta", "Pedido de repuestos", "Revisión anual del servicio",
               "Soporte en el arranque", "Reclamación atendida"],
    },
    "alliance": {
        "en": ["Partner meeting", "Partner quarterly review", "Joint marketing planning", "Reseller agreement renewal", "Channel partner training", "Delivery terms with supplier",
               "Supplier audit", "Purchase terms discussed", "Vendor meeting: hardware", "Partner portal walkthrough", "Co-selling plan", "Supplier price list for next year"],
        "es": ["Reunión de socios", "Revisión trimestral con el partner", "Plan de marketing conjunto", "Renovación del acuerdo de distribución", "Formación al canal",
               "Condiciones de entrega con el proveedor", "Auditoría de proveedor", "Condiciones de compra", "Reunión con proveedor: equipos", "Portal de partners",
               "Plan de venta conjunta", "Tarifa del proveedor para el año que viene"],
    },
    "inbound": {
        "en": ["Inbound call: wants information", "Called us about our catalogue", "Incoming call, asked what we do", "Rang in after seeing our ad", "Phone inquiry: general information",
               "Called the switchboard, wants a brochure", "Incoming: asked for more information", "Inbound enquiry by phone", "Caller interested in our products",
               "Phoned in, sent to sales", "Inbound: heard about us from a neighbour", "Incoming call - curious about the new range"],
        "es": ["Llamada entrante: quiere información", "Llamó por nuestro catálogo", "Llamada entrante, preguntó qué hacemos", "Llamó tras ver el anuncio",
               "Consulta telefónica: información general", "Llamó a centralita, quiere un folleto", "Entrante: pide más información", "Consulta por teléfono",
               "Llamada de interesado en nuestros productos", "Llamó y se pasó a comercial", "Entrante: nos conoce por un vecino", "Llamada entrante - curiosidad por la gama nueva"],
    },
}

UNANSWERED = {"en": ["No answer", "Left voicemail", "Busy", "No reply", "Rang out", "Voicemail"],
              "es": ["No contesta", "Buzón de voz", "Ocupado", "Sin respuesta", "No coge el teléfono", "Mensaje en el contestador"]}

NOTES = {
    "interest": {
        "en": ["Downloaded the white paper on maintenance.", "Subscribed to our newsletter.", "Attended the webinar in spring.", "Met at the trade show, took a brochure.",
               "Filled in the web form, wants to hear more.", "Follows us on LinkedIn and commented twice.", "Asked for information by e-mail.", "Signed up for the newsletter at the booth.",
               "Registered for the webinar, stayed to the end.", "Requested our catalogue.", "Visited our stand in Birmingham, badge scanned.", "Downloaded the buyer's guide (PDF).",
               "Came in through the contact form on the website.", "Message on Facebook asking what we do.", "Downloaded the e-book; no call yet."],
        "es": ["Descargó la guía de mantenimiento.", "Se suscribió al boletín.", "Asistió al webinar de primavera.", "Pasó por el stand en la feria y se llevó un folleto.",
               "Rellenó el formulario de la web, quiere saber más.", "Nos sigue en LinkedIn y ha comentado dos veces.", "Pidió información por correo.", "Se apuntó a la newsletter en el stand.",
               "Se registró en el webinar y se quedó hasta el final.", "Solicitó nuestro catálogo.", "Visitó nuestro stand en Barcelona, se le escaneó la acreditación.",
               "Descargó la guía del comprador (PDF).", "Llegó por el formulario de contacto de la página.", "Mensaje por Facebook preguntando a qué nos dedicamos.",
               "Descargó el ebook; aún no se le ha llamado."],
    },
    "request": {
        "en": ["Asked for a demo.", "Wants a quote for 25 users.", "Requested a demo through the website.", "Requests pricing for two sites.", "Please send him a quotation.",
               "Demo request: wants to see the scheduling module.", "Wrote in asking for a price quote.", "Would like to book a product demo next week.", "Asked us to quote the full package.",
               "Needs pricing by Friday.", "Filled in the \"request a demo\" form.", "Wants to know what it would cost for 40 seats, asked for an offer."],
        "es": ["Pidió una demo.", "Quiere presupuesto para 25 usuarios.", "Solicitó una demostración desde la web.", "Pide precios para dos sedes.", "Enviarle una cotización, la ha pedido.",
               "Solicitud de demo: quiere ver el módulo de planificación.", "Escribió pidiendo un presupuesto.", "Le gustaría agendar una demo la semana que viene.",
               "Nos pidió cotizar el paquete completo.", "Necesita precios antes del viernes.", "Rellenó el formulario \"solicitar demo\".", "Quiere saber cuánto costaría para 40 puestos, pidió oferta."],
    },
    "bant": {
        "en": ["Budget of 18k approved, needs to replace the old system, wants to start in September.", "Has 30,000 set aside, needs it live by January, current tool is end of life.",
               "Needs new stock software; budget 12k; decision by end of Q3.", "Budget confirmed (25k), must cover three plants, go-live planned for 1 March.",
               "They need 40 seats, have the money (approx. 20k), deadline is June.", "Need: tracking of pallets. Budget: 9,500. Date: before the summer.",
               "Board released 50k for this, needs to solve audit trail, contract to be signed by November.", "Wants to replace spreadsheets, budget around 8k, start next quarter.",
               "Spend approved up to 15k, problem is late deliveries, must be running by Easter.", "Need is clear (two warehouses), budget 22k in this year's plan, kick-off in May.",
               "Looking to buy by December, 35k budget, needs integration with the ERP.", "Has budget 10k, need = mobile reporting, timing = within 3 months."],
        "es": ["Presupuesto de 18.000 aprobado, necesita cambiar el sistema antiguo, quiere empezar en septiembre.", "Tiene 30.000 reservados, lo necesita en marcha en enero, su herramienta ya no tiene soporte.",
               "Necesita software de almacén; presupuesto 12.000; decisión a final del tercer trimestre.", "Presupuesto confirmado (25.000), debe cubrir tres plantas, arranque previsto el 1 de marzo.",
               "Necesitan 40 puestos, tienen el dinero (unos 20.000), plazo junio.", "Necesidad: control de palés. Presupuesto: 9.500. Fecha: antes del verano.",
               "El consejo ha liberado 50.000 para esto, necesita trazabilidad, contrato a firmar en noviembre.", "Quiere dejar las hojas de cálculo, presupuesto de unos 8.000, empezar el próximo trimestre.",
               "Gasto aprobado hasta 15.000, el problema son las entregas tarde, tiene que funcionar en Semana Santa.", "Necesidad clara (dos almacenes), presupuesto 22.000 en el plan de este año, inicio en mayo.",
               "Quieren comprar antes de diciembre, 35.000 de presupuesto, necesita integración con el ERP.", "Tiene presupuesto 10.000, necesidad = informes en el móvil, plazo = 3 meses."],
    },
    "former": {
        "en": ["Former customer, left for price.", "Cancelled the contract last year.", "Ex-customer since the merger.", "No longer a customer: moved to another tool.", "Terminated the agreement, equipment returned.",
               "Churned; last licence given back.", "Was a customer until 2022.", "Contract not renewed, account lost.", "They cancelled their subscription and closed the account.", "Past customer, keep for win-back.",
               "Used to be a customer, stopped buying.", "Lost customer - service ended."],
        "es": ["Antiguo cliente, se fue por precio.", "Canceló el contrato el año pasado.", "Excliente desde la fusión.", "Ya no es cliente: se pasó a otra herramienta.", "Rescindió el acuerdo, equipo devuelto.",
               "Se dio de baja; devolvió la última licencia.", "Fue cliente hasta 2022.", "No renovó el contrato, cuenta perdida.", "Cancelaron la suscripción y cerraron la cuenta.", "Ex cliente, guardar para recuperar.",
               "Era cliente, dejó de comprar.", "Cliente perdido - fin del servicio."],
    },
    "supplier": {
        "en": ["Sells us toner and paper.", "He is our supplier for pallets.", "Sales rep of one of our vendors.", "Supplier - do not prospect.", "They supply our packaging.", "We buy our hardware from them.",
               "Account manager at our cleaning vendor.", "Our supplier of spare parts.", "Wants to sell us insurance, existing supplier.", "Vendor contact for the phone system.", "Provides our hosting; supplier.",
               "Invoices us every month for transport (supplier)."],
        "es": ["Nos vende el papel y el tóner.", "Es nuestro proveedor de palés.", "Comercial de uno de nuestros proveedores.", "Proveedor - no hacer prospección.", "Nos suministran los envases.", "Les compramos los equipos a ellos.",
               "Gestor de cuenta de nuestro proveedor de limpieza.", "Nuestro proveedor de repuestos.", "Quiere vendernos seguros, proveedor actual.", "Contacto del proveedor de telefonía.", "Nos da el alojamiento web; proveedor.",
               "Nos factura cada mes el transporte (proveedor)."],
    },
    "partner": {
        "en": ["Our reseller for the north.", "Works for our implementation partner.", "Partner - registered deals with us before.", "Channel partner contact.", "He is from the partner that installs our systems.", "Reseller, signed partner agreement.",
               "Partner manager at our distributor.", "They resell our product; treat as partner.", "Integration partner, certified.", "Partner of ours since 2019.", "Distributor contact, not a buyer.", "Belongs to our partner network."],
        "es": ["Nuestro distribuidor en la zona norte.", "Trabaja en nuestro partner de implantación.", "Partner - ya nos ha registrado oportunidades.", "Contacto del canal de distribución.", "Es del socio que instala nuestros sistemas.",
               "Distribuidor con acuerdo de partner firmado.", "Responsable de alianzas en nuestro distribuidor.", "Revenden nuestro producto; tratar como partner.", "Socio de integración, certificado.", "Socio nuestro desde 2019.",
               "Contacto de distribuidor, no compra.", "Pertenece a nuestra red de partners."],
    },
    "competitor": {
        "en": ["Works for a competitor.", "Competitor, registered under a false pretext.", "Product manager at a competing vendor, don't send material.", "Competitor snooping on prices.", "He is with our main competitor.",
               "Direct competitor of ours.", "Rival firm, only wants our price list.", "Employee of the competition.", "Competitor - block.", "Sales director of a competitor.", "Competition: signed up to see the product.", "Belongs to a competing company."],
        "es": ["Trabaja en la competencia.", "Competidor, se registró con un pretexto.", "Jefe de producto de un competidor, no enviar material.", "La competencia, mirando precios.", "Está en nuestro principal competidor.",
               "Competidor directo nuestro.", "Empresa rival, solo quiere nuestra tarifa.", "Empleado de la competencia.", "Competidor - bloquear.", "Directora comercial de un competidor.", "Competencia: se apuntó para ver el producto.",
               "Pertenece a una empresa competidora."],
    },
    # the same words with another sense
    "mention": {
        "en": ["Downloaded the guide; looking for a new supplier.", "Met at the fair with her business partner.", "Uses a competitor's product today, signed up for the newsletter.", "Web form: unhappy with their present vendor.",
               "Came by partner referral, downloaded the guide.", "Webinar attendee, will discuss with his partners.", "Compares us with two competitors; took a brochure at the stand.", "Newsletter sign-up; supplies the car industry.",
               "Asked for information; their supplier raised prices.", "Law firm partner, registered for the webinar.", "Subscribed; used to be a customer of a competitor.", "Information request; they are a supplier to hospitals."],
        "es": ["Descargó la guía; busca nuevo proveedor.", "Vino a la feria con su socia.", "Hoy usa un producto de la competencia, se suscribió al boletín.", "Formulario web: descontento con su proveedor actual.",
               "Llegó recomendado por un partner, descargó la guía.", "Asistente al webinar, lo hablará con sus socios.", "Nos compara con dos competidores; se llevó un folleto del stand.", "Alta en la newsletter; suministra al sector del automóvil.",
               "Pidió información; su proveedor ha subido precios.", "Socio de un despacho, se registró en el webinar.", "Se suscribió; fue cliente de un competidor.", "Pide información; son proveedores de hospitales."],
    },
    "neutral": {
        "en": ["Prefers to be called in the morning.", "Assistant: ask for Rita.", "Reception closes at 5.", "Speaks French.", "New office since May.", "On parental leave until summer.", "Back from holiday on the 3rd.",
               "Prefers e-mail.", "Parking behind the building.", "Likes football.", "Gate code 4411.", "Spelling of the name checked."],
        "es": ["Prefiere que le llamen por la mañana.", "Ayudante: preguntar por Rita.", "Recepción cierra a las 17 h.", "Habla francés.", "Oficina nueva desde mayo.", "De baja por paternidad hasta el verano.", "Vuelve de vacaciones el día 3.",
               "Prefiere el correo.", "Aparcar detrás del edificio.", "Le gusta el fútbol.", "Código de la puerta 4411.", "Comprobada la grafía del nombre."],
    },
}

# lead sources: the vendor's own, and words of the company
SOURCES = {
    "interest": {
        "en": ["Web", "Phone Inquiry", "Trade Show", "Webinar", "Event", "Download", "Social Media", "Newsletter", "Contact form", "Website - whitepaper", "LinkedIn", "Inbound call"],
        "es": ["Web", "Feria", "Webinar", "Evento", "Descarga", "Redes sociales", "Boletín", "Formulario web", "Web - guía PDF", "LinkedIn", "Llamada entrante", "Consulta telefónica"],
    },
    "none": {"en": ["Purchased List", "Other", "Partner Referral", "Employee Referral", "Word of mouth", "", "", ""],
             "es": ["Lista comprada", "Otro", "Recomendación de socio", "Recomendación", "Boca a boca", "", "", ""]},
}
FORMS = {
    "en": ["Whitepaper: Maintenance basics", "Newsletter sign-up: footer form", "Webinar registration: Spring release", "Contact us: contact form", "Download: Buyer's guide", "E-book: 10 steps",
           "Facebook lead ad: brochure", "Trade show badge scan: Expo", "Blog subscription", "Catalogue request: form", "Information request: products page", "Download: checklist"],
    "es": ["Guía: fundamentos de mantenimiento", "Alta en boletín: formulario del pie", "Registro webinar: versión de primavera", "Contacto: formulario de contacto", "Descarga: guía del comprador", "Ebook: 10 pasos",
           "Anuncio de Facebook: folleto", "Feria: lectura de acreditación", "Suscripción al blog", "Solicitud de catálogo: formulario", "Solicitud de información: productos", "Descarga: lista de control"],
}
CAMPAIGNS = {
    "en": [("Spring Webinar", "Webinar"), ("Expo North Trade Show", "Trade Show"), ("Monthly Newsletter", "Email"), ("Industry Day", "Conference"), ("Whitepaper Download", "Other"), ("LinkedIn Ads Autumn", "Banner Ads")],
    "es": [("Webinar de primavera", "Webinar"), ("Feria Industria Norte", "Trade Show"), ("Boletín mensual", "Email"), ("Jornada del sector", "Conference"), ("Descarga de guía", "Other"), ("Anuncios LinkedIn otoño", "Banner Ads")],
}
