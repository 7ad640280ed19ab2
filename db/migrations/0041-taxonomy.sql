-- The kinds of work, in four families, and the words that people type for them. `also` holds other
-- words for the same thing: abbreviations, other spellings, other languages. Operators may edit it.
insert into category (slug, family, name, position, about, also)
select slug, family, name, position, about, string_to_array(also, ', ')
from (values
  ('billing-and-payroll', 'back-office', 'Billing and payroll', 1,
   'Invoices that go out on time and people who are paid the right sum.',
   'invoicing, wages, salaries, payroll clerk, nóminas, Lohnabrechnung, paie, facturación'),
  ('bookkeeping', 'back-office', 'Bookkeeping', 2,
   'Books kept day by day and closed at the end of each month.',
   'bookkeeper, accounting clerk, ledger, contabilidad, Buchhaltung, comptabilité, '
   'contabilità'),
  ('purchasing', 'back-office', 'Purchasing', 3,
   'Suppliers found, offers compared and orders followed until the goods are there.',
   'procurement, sourcing, buyer, buying, compras, Einkauf, achats, acquisti'),
  ('data-entry', 'back-office', 'Data entry and records', 4,
   'Facts typed, cleaned and filed so that they can be found again.',
   'typing, data input, records, keyboarding, saisie de données, Datenerfassung, entrada de '
   'datos'),
  ('document-processing', 'back-office', 'Document processing', 5,
   'Papers and files turned into clean, searchable and well laid out documents.',
   'documents, word processing, formatting, DTP, Dokumente, documentos'),
  ('hr-administration', 'back-office', 'Staff administration and hiring', 6,
   'Everything on paper between a first advertisement and a last working day.',
   'HR, human resources, personnel, recruiting, recruitment, recursos humanos, '
   'Personalwesen, RH'),
  ('virtual-assistance', 'back-office', 'Virtual assistance', 7,
   'A calm second pair of hands for calendars, mail and travel.',
   'VA, assistant, secretary, personal assistant, PA, asistente virtual, Assistenz, '
   'sekretariat'),
  ('transcription', 'back-office', 'Transcription and captions', 8,
   'Speech written down, word for word or tidied.',
   'transcript, transcriber, subtitles, captions, transcripción, Transkription, mecanografía'),
  ('compliance-records', 'back-office', 'Compliance records', 9,
   'Registers, checks and reports that an auditor can follow.',
   'compliance, audit trail, regulatory, GDPR, cumplimiento, Konformität, conformité'),
  ('shop-operations', 'back-office', 'Online shop operations', 10,
   'Orders, stock and pages of an online shop, kept running each day.',
   'e-commerce, ecommerce, online store, webshop, tienda online, Onlineshop, boutique en '
   'ligne'),
  ('customer-service', 'front-office', 'Customer service', 11,
   'Answers that are quick, true and friendly, by mail, chat or telephone.',
   'customer support, customer care, call centre, call center, help desk, atención al '
   'cliente, Kundendienst, service client'),
  ('technical-support', 'front-office', 'Technical support', 12,
   'People helped out of trouble with their devices, networks and programs.',
   'IT support, tech support, helpdesk, service desk, soporte técnico, technischer Support, '
   'assistance technique'),
  ('sales-and-marketing', 'front-office', 'Sales and marketing', 13,
   'Plans, campaigns and talks that bring the right customers.',
   'marketing, sales, advertising, ventas, Vertrieb, Verkauf, publicité, mercadotecnia'),
  ('appointment-setting', 'front-office', 'Appointment setting', 14,
   'The right people called at a good hour, and a date in both calendars.',
   'scheduling, booking, appointment setter, concertación de citas, Terminvereinbarung, '
   'prise de rendez-vous'),
  ('social-media', 'front-office', 'Social media', 15,
   'Posts, replies and figures for the networks where your customers are.',
   'social networks, SMM, redes sociales, soziale Medien, réseaux sociaux, Instagram, '
   'TikTok, LinkedIn'),
  ('community-moderation', 'front-office', 'Community moderation', 16,
   'Rooms where people talk, kept fair and safe.',
   'moderator, content moderation, trust and safety, moderación, Moderation, modération'),
  ('software', 'knowledge', 'Software', 17,
   'Programs designed, written, tested and kept alive.',
   'developer, programmer, coder, software engineer, programación, Programmierer, '
   'Entwickler, développeur, разработка, プログラミング'),
  ('web-design', 'knowledge', 'Web and interface design', 18,
   'Pages and screens that people understand at the first look.',
   'web designer, UI, UX, user interface, user experience, diseño web, Webdesign, '
   'conception web, веб-дизайн'),
  ('cloud-and-systems', 'knowledge', 'Cloud and system administration', 19,
   'Servers, networks and clouds that run at night too.',
   'DevOps, sysadmin, system administrator, infrastructure, SRE, administración de '
   'sistemas, Systemadministration'),
  ('data-analysis', 'knowledge', 'Data analysis', 20,
   'Figures turned into answers that one can check.',
   'data analyst, statistics, BI, business intelligence, análisis de datos, Datenanalyse, '
   'analyse de données, анализ данных'),
  ('machine-learning', 'knowledge', 'Machine learning', 21,
   'Models trained, measured and put to work.',
   'ML, AI, artificial intelligence, deep learning, aprendizaje automático, maschinelles '
   'Lernen, KI, 機械学習'),
  ('cyber-security', 'knowledge', 'Cyber security', 22,
   'Weak places found and closed before others find them.',
   'cybersecurity, information security, infosec, hacker, seguridad informática, '
   'IT-Sicherheit, sécurité informatique'),
  ('quality-testing', 'knowledge', 'Software testing', 23,
   'Programs tried in every way that a user could think of.',
   'QA, quality assurance, tester, pruebas de software, Softwaretest, assurance qualité, '
   'тестирование'),
  ('gis-and-mapping', 'knowledge', 'Maps and geographic data', 24,
   'Places, routes and borders as data and as maps one can read.',
   'GIS, cartography, mapping, geodata, cartografía, Kartografie, cartographie'),
  ('architectural-illustration', 'knowledge', 'Architectural illustration', 25,
   'Buildings shown as they will stand, before they are built.',
   'architectural visualisation, architectural visualization, archviz, illustrator, '
   'rendering, renders, ilustración arquitectónica, Architekturvisualisierung, '
   'perspectiviste, イラスト'),
  ('engineering', 'knowledge', 'Engineering', 26,
   'Parts, buildings and plants calculated and drawn to measure.',
   'engineer, CAD, drafting, draughting, ingeniería, Ingenieur, ingénierie, чертёж'),
  ('product-design', 'knowledge', 'Product design', 27,
   'Things for use, from the first sketch to the drawing for the factory.',
   'industrial design, product designer, diseño industrial, Produktdesign, Industriedesign, '
   'design produit'),
  ('graphic-design', 'knowledge', 'Graphic design', 28,
   'Signs, pages and pictures that say what is meant.',
   'graphic designer, designer, visual design, diseño gráfico, Grafikdesign, graphisme, '
   'графический дизайн, グラフィック'),
  ('video-and-animation', 'knowledge', 'Video and animation', 29,
   'Moving pictures cut, drawn and finished for every screen.',
   'video editor, animator, film, motion design, edición de vídeo, Videoschnitt, montage '
   'vidéo, анимация'),
  ('audio-production', 'knowledge', 'Audio production', 30,
   'Voices, music and sounds recorded, mixed and mended.',
   'sound, audio engineer, music, podcast, producción de audio, Tonstudio, son, звук'),
  ('photo-editing', 'knowledge', 'Photo editing', 31,
   'Pictures selected, cleaned and ready for print or page.',
   'photo retouching, image editing, Photoshop, retoque fotográfico, Bildbearbeitung, '
   'retouche photo'),
  ('writing-and-editing', 'knowledge', 'Writing and editing', 32,
   'Texts that are read to the end.',
   'writer, copywriter, editor, author, redacción, Texter, Lektorat, rédaction, писатель'),
  ('translation', 'knowledge', 'Translation', 33,
   'The same meaning in another language.',
   'translator, interpreter, localisation, localization, traducción, Übersetzung, '
   'traduction, tradução, перевод, 翻訳, ترجمة, अनुवाद'),
  ('legal-services', 'knowledge', 'Legal services', 34,
   'Contracts, opinions and research by people who know the law of the place.',
   'lawyer, attorney, solicitor, paralegal, abogado, Rechtsanwalt, juriste, advogado, юрист'),
  ('patents-and-trademarks', 'knowledge', 'Patents and trademarks', 35,
   'Inventions and names searched, described and registered abroad.',
   'patent, trademark, trade mark, intellectual property, IP, patentes, marcas, '
   'Patentanwalt, brevets, 特許'),
  ('market-research', 'knowledge', 'Market research', 36,
   'What customers want, what rivals do and how large a market is.',
   'market analysis, market researcher, estudio de mercado, Marktforschung, étude de marché'),
  ('research-and-development', 'knowledge', 'Research and development', 37,
   'Open questions of science and technology, worked on with method.',
   'R&D, RnD, scientist, researcher, investigación y desarrollo, Forschung, recherche, '
   'исследования'),
  ('finance-advice', 'knowledge', 'Finance and accounting advice', 38,
   'Plans, valuations and accounts by people who can explain them.',
   'accountant, financial analyst, CPA, controller, asesoría financiera, Steuerberater, '
   'expert-comptable, commercialista'),
  ('landscape-design', 'household', 'Landscape design', 39,
   'Gardens, yards and balconies drawn for their place and climate.',
   'garden design, gardener, landscaping, landscape architect, paisajismo, jardín, '
   'Gartengestaltung, jardin, paysagiste'),
  ('interior-design', 'household', 'Interior design', 40,
   'Rooms planned for the people who live in them.',
   'interior designer, decorator, home decoration, decoración, Innenarchitektur, décoration '
   'd''intérieur, arredamento'),
  ('tutoring', 'household', 'Tutoring', 41,
   'Lessons for one learner at a time, of any age.',
   'tutor, teacher, lessons, private lessons, clases particulares, Nachhilfe, cours '
   'particuliers, репетитор'),
  ('travel-planning', 'household', 'Travel planning', 42,
   'Journeys put together for the traveller, with all the times and tickets.',
   'travel agent, trip planner, holiday, vacation, planificación de viajes, Reiseplanung, '
   'voyage, viaggi'),
  ('event-planning', 'household', 'Event planning', 43,
   'Weddings, meetings and feasts prepared from afar to the last chair.',
   'event manager, wedding planner, events, organización de eventos, Veranstaltungsplanung, '
   'évènementiel'),
  ('fitness-and-nutrition', 'household', 'Fitness and nutrition coaching', 44,
   'Training and meal plans that fit a real week.',
   'personal trainer, dietitian, dietician, coach, entrenador, Ernährungsberatung, coach '
   'sportif, йога'),
  ('home-energy', 'household', 'Home energy advice', 45,
   'Lower bills and warmer rooms, calculated for your own house.',
   'energy adviser, energy advisor, eficiencia energética, Energieberatung, rénovation '
   'énergétique'),
  ('personal-finance', 'household', 'Personal finance', 46,
   'Household money, debts and pensions put in order.',
   'budget coach, money coach, tax return, finanzas personales, Haushaltsbudget, budget '
   'familial'),
  ('genealogy', 'household', 'Genealogy', 47,
   'Families followed back through registers and archives.',
   'family tree, ancestry, family history, genealogía, Ahnenforschung, généalogie, '
   'родословная')
) as kind (slug, family, name, position, about, also)
on conflict (slug) do update
set position = excluded.position, about = excluded.about, also = excluded.also;

-- Rough worth of one unit in US dollars. It tells a large outcome from a small one in the quality
-- score, where only the order of magnitude counts; no money is ever converted with it. A currency
-- that is not here weighs like a very small outcome.
insert into currency_weight (currency, base_units)
values
  ('USD', 1), ('EUR', 1.1), ('GBP', 1.3), ('CHF', 1.2), ('JPY', 0.0065), ('CNY', 0.14),
  ('INR', 0.012), ('BRL', 0.18), ('CAD', 0.72), ('AUD', 0.65), ('NZD', 0.6), ('SGD', 0.75),
  ('HKD', 0.13), ('KRW', 0.0007), ('TWD', 0.031), ('MXN', 0.052), ('ARS', 0.001), ('CLP', 0.001),
  ('COP', 0.00025), ('PEN', 0.27), ('UYU', 0.024), ('SEK', 0.1), ('NOK', 0.095), ('DKK', 0.15),
  ('PLN', 0.26), ('CZK', 0.045), ('HUF', 0.0028), ('RON', 0.22), ('BGN', 0.57), ('UAH', 0.024),
  ('TRY', 0.026), ('ILS', 0.28), ('AED', 0.27), ('SAR', 0.27), ('KWD', 3.2), ('BHD', 2.65),
  ('EGP', 0.02), ('MAD', 0.1), ('NGN', 0.00065), ('KES', 0.0077), ('ZAR', 0.055), ('GHS', 0.08),
  ('TND', 0.32), ('PKR', 0.0036), ('BDT', 0.0082), ('LKR', 0.0033), ('NPR', 0.0075),
  ('PHP', 0.017), ('IDR', 0.00006), ('MYR', 0.23), ('THB', 0.03), ('VND', 0.00004)
on conflict (currency) do nothing;
