import { readTrades } from './trade.ts';

/** Knowledge work that draws, builds and calculates. */
export const MAKING_TRADES = readTrades(`
architectural-illustration 72
r Architectural illustrator; Building illustrator; Rendering artist; Perspective artist
f competitions; housing; museums; schools; town squares
w exterior views; interiors in evening light; views from the air; drawings by hand; walk-throughs
l I begin with the camera set, so that you can move me early.
l People, trees and weather come from the place, not from a library.
l Two rounds of changes are inside the price; I plan them in.
l I take models from Revit, Rhino and SketchUp, and send layered files back.
j Five views of a primary school; Night view of a theatre; Interiors for a small hotel
j Competition views of a bridge house; Hand drawings of a market hall; A square before the rebuild

software 80
r Software developer; Back-end developer; Full-stack developer; App developer
f clinics; banks; web shops; farms; transport firms
w programs with tests; fast pages; careful migrations; apps that work offline
l I write the test first when money is involved.
l You can read my code a year later; I checked with my own.
l Small steps, each of them live, none on a Friday.
l I say no to features that nobody asked for, including my own.
j Booking pages for a clinic; Move a shop to a new database; An app for a bus company

web-design 65
r Web designer; Interface designer; User researcher
f public offices; shops; museums; software firms
w screens that explain themselves; prototypes to click; pages that read well on a telephone
l I test with five people before I show you anything.
l Every screen works with a keyboard and at 200 %.
l Fewer buttons, better words.
j New pages for a library; Make a booking form simple; Icons and forms of a clinic portal

cloud-and-systems 78
r System administrator; Cloud engineer; Reliability engineer
f web shops; universities; software firms; hospitals
w servers that sleep well; tested backups; deliveries without fear; smaller cloud bills
l A backup counts when I have restored it.
l I leave you a drawing and a page for three in the morning.
l Bills went down by a third in the last four places.
j Move ten servers to a cloud; Restore test of all backups; Delivery line for a team of six

data-analysis 62
r Data analyst; Statistician; Dashboard builder
f hospitals; shops; city offices; sport clubs
w answers with intervals; boards people open; clean pipelines; honest forecasts
l I tell you how sure the number is, every time.
l Raw data stays untouched; every step is a script.
l One question on one page beats forty charts.
j Why do customers leave in May; Board for six clinics; Forecast of spare parts

machine-learning 95
r Machine learning engineer; Vision engineer; Language model engineer
f farms; insurers; publishers; factories
w models that are measured; small models that run on your machine; labelled data; honest tests
l The baseline comes first; half of the projects end there, happily.
l I hold back test data that nobody may look at, me included.
l It has to run at night without me.
j Count apples on photos; Sort claims by their text; Find cracks in castings

cyber-security 90
r Security tester; Security engineer; Incident analyst
f payment firms; clinics; software firms; town councils
w tests with proof; reports that developers can use; closed doors; calm first hours
l Every finding has steps, effect and a repair.
l I only test what I was allowed to, in writing.
l The second test, after the repair, is in the price.
j Penetration test of a portal; Review of a login; Plan for the first hours of a breach

quality-testing 48
r Software tester; Test automation engineer; Game tester
f banks; games; clinics; ticket sellers
w tests that fail for a reason; device rounds; test plans; quick nightly runs
l I break things on purpose and write down how.
l Flaky tests are repaired or removed within the week.
l Twenty-two real telephones lie on my desk.
j Test a ticket app before the summer; Automate 90 checks; Load test before a sale

gis-and-mapping 58
r Cartographer; Geodata analyst; Map maker
f cities; parks; insurers; water works
w maps one can read; routes that save hours; flood layers; tidy geodata
l Each map has a date, a source and a scale.
l I deliver projects that open without me.
l Open data first; then we see what has to be bought.
j Map of walking paths in a park; Flood layers for 40 villages; Routes for a bread van

engineering 70
r Mechanical engineer; Draughtsman; Structural engineer; Electrical designer
f machine makers; building firms; boat yards; farms
w drawings a workshop understands; checked calculations; parts lists; circuit boards
l I call the workshop before I draw a tolerance.
l The calculation comes with its assumptions on page one.
l Files in your format, your layers, your numbers.
j Steel stair for a boat house; Drawings of a grain cleaner; Circuit board for a sensor

product-design 68
r Product designer; Industrial designer; Packaging designer
f kitchen makers; toy makers; medical devices; outdoor brands
w things that can be made; models to hold; packaging that opens; drawings for the factory
l I print the third version and use it for a week.
l Wall thickness and draft are in the first model already.
l Repair is part of the design.
j A lunch box for children; Housing for an air sensor; Boxes for six teas

graphic-design 50
r Graphic designer; Illustrator; Type designer; Book designer
f publishers; breweries; festivals; small firms
w marks that stay; books that open well; posters; drawn infographics
l Three directions first, then one, worked out to the end.
l I deliver files that a printer does not have to call about.
l Type before colour, words before type.
j Mark for a bicycle shop; Layout of a cook book; Posters for a theatre season

video-and-animation 58
r Video editor; Animator; Motion designer
f museums; courses; software firms; charities
w short films; drawn explanations; steady colours; animated figures
l The first cut comes after two days, rough and whole.
l I draw the story before I move anything.
l Sound counts for half; I clean it.
j Film of ninety seconds for a charity; Cut twelve lessons; Animated mascot for a fair

audio-production 48
r Sound engineer; Voice artist; Podcast editor; Composer
f podcasts; games; radio; audio books
w voices without room; mixes that hold on a telephone; music to measure; clean old tapes
l I record in a booth of 2 by 2 metres that swallows everything.
l Two versions of each ending, so that you can choose.
l Loudness as your platform wants it.
j Twenty episodes of a podcast; Voice for a museum guide; Music for a board game film

photo-editing 32
r Photo editor; Retoucher; Photo restorer
f web shops; estate agents; weddings; archives
w cut-outs at the hair; even product rows; mended family photos; true colours
l Skin stays skin.
l Sixty product pictures a day, each one looked at twice.
l The scan stays as it was; I work on a copy with layers.
j 500 product photos; Mend 80 family photos; Pictures of twelve flats
`);
