import { readTrades } from './trade.ts';

/** Back office and front office. */
export const OFFICE_TRADES = readTrades(`
billing-and-payroll 34
r Payroll clerk; Billing specialist; Invoicing assistant
f small firms; clinics; building firms; private schools
w clean payroll runs; invoices that get paid; wage slips in two languages; expense claims in order
l I compare every slip with last month's before anybody is paid.
l Reminders go out friendly, on day eight, fifteen and thirty.
l You get one sheet at month's end: who was paid, what is owed, what changed.
j Payroll of a bakery with 22 people; Reminders for 140 open invoices; Expense claims of a quarter

bookkeeping 38
r Bookkeeper; Accounts clerk; Ledger keeper
f shops; restaurants; import firms; dentists; charities
w books closed by the fifth; bank accounts that agree; sales tax returns; tidy ledgers
l The bank agrees with the books to the cent before I send anything.
l I ask about a receipt on the day it comes, not at the end of the year.
l I moved nine firms from paper to a cloud program without a lost month.
j Books of a café for one quarter; Two years of receipts, untouched; Bank reconciliation for spring

purchasing 42
r Buyer; Purchasing assistant; Sourcing specialist
f machine shops; hotels; furniture makers; food firms
w three offers side by side; supplier lists; order follow-up; better delivery terms
l I never bring one offer: you see three, with freight and duty worked in.
l Before the first order I ask two of the supplier's customers.
l I follow an order every week until it stands in your yard.
j Find three makers of oak chair legs; Compare offers for packaging film; Reorder plan for a hotel

data-entry 22
r Data clerk; Records assistant; Typist
f museums; web shops; clinics; research teams
w clean tables; records without doubles; typed forms; checked address lists
l Every fiftieth row is typed twice by another person, and you see the error rate.
l I keep a list of everything that was hard to read, with the picture of it.
l Eleven thousand rows a week are normal here.
j Type 900 survey forms; Merge three customer lists; Catalogue cards of a museum

document-processing 28
r Document specialist; Layout assistant; Template builder
f law firms; universities; engineering offices; ministries
w forms that can be filled in; accessible documents; tidy templates; searchable archives
l A document leaves me with real headings, so that a screen reader finds its way.
l Scans come back searchable, straight and under ten megabytes.
l I build templates that survive people who press the space bar forty times.
j Make 60 forms fillable; Recognise 3,000 scanned pages; One template for all our reports

hr-administration 36
r Staff administrator; Hiring assistant; Personnel clerk
f start-ups; care homes; hotels; software firms
w shortlists with reasons; complete staff files; fair first interviews; first weeks that work
l Every applicant gets an answer within three working days.
l A shortlist from me says why, and also who nearly made it.
l I write job advertisements that say what the work is and what it pays.
j Find eight night nurses to talk to; Order in 70 staff files; A handbook for a firm of twelve

virtual-assistance 28
r Virtual assistant; Office assistant; Executive assistant
f founders; authors; architects; doctors; consultants
w calm calendars; empty inboxes; trips without surprises; minutes on the same day
l Your mail is sorted before you get up, with drafts for what needs an answer.
l Minutes come on the same day, with names beside the tasks.
l I work quietly: one message in the morning, one in the evening.
j Calendar and mail for three months; Plan a lecture tour; Order in four shared folders

transcription 26
r Transcriber; Caption writer; Subtitler
f film makers; universities; courts; podcasts
w word for word transcripts; captions that can be read; corrected machine text; time codes
l One hour of clear speech is a working day, and it is right at the end of it.
l Unclear words carry a time code instead of a guess.
l Captions stay below seventeen signs a second.
j Twelve interviews of 50 minutes; Captions for a course of video lessons; Correct 20 hours of text

compliance-records 44
r Compliance clerk; Records officer; Audit assistant
f laboratories; payment firms; food makers; clinics
w registers an auditor can follow; complete privacy records; renewals in time; audit folders
l Each entry names its proof and where it lies.
l I have sat on both sides of the audit table.
l Licences are renewed ninety days before they end, not after.
j Privacy records for a clinic; Prepare the folder for the yearly audit; Renewals of 30 licences

shop-operations 26
r Shop operator; Order clerk; Online shop assistant
f clothing shops; bookshops; tea traders; toy makers
w orders out by noon; listings that sell; stock that agrees; quiet returns
l Orders of the night are packed lists by eight in the morning.
l I answer returns within two hours and note why things come back.
l Stock on the page equals stock on the shelf; I count every week.
j Orders of a tea shop in December; 400 new product pages; Tidy the returns of a shoe shop

customer-service 24
r Customer service agent; Support agent; Complaint handler
f airlines; web shops; software firms; hotels; banks
w first answers within the hour; calm complaints; help pages; evening chat
l I read the whole story before I answer, and I answer all of it.
l People who wrote in anger write back in peace, mostly.
l I note what is asked often, and write the help page for it.
j Evening chat for a shoe shop; Answers in Spanish for a hotel group; A backlog of 2,300 mails

technical-support 32
r Support technician; Service desk agent; Remote technician
f schools; small offices; software firms; clinics
w clear first help; fault reports that engineers like; set-up guides; quiet networks
l I ask one question at a time and write the steps down for the next person.
l Two of three calls end with the first conversation.
l My fault reports have steps, expected, seen, and a film of twenty seconds.
j Weekend cover for a help desk; Set up 60 tablets for a school; Guides for our scanner

sales-and-marketing 45
r Marketer; Campaign planner; Search marketer; Sales writer
f software firms; hotels; machine makers; language schools
w campaigns that are counted; pages that are found; honest newsletters; warm leads
l I start from the figures you have and say what they cannot tell.
l Search work first: what people type, then what you should answer.
l Each campaign has one number that decides whether it goes on.
j Newsletter for a garden shop; Search words for a hotel; Leads among Nordic dentists

appointment-setting 22
r Appointment setter; Caller; Calendar agent
f solar firms; dentists; software firms; estate agents
w full calendars; reminders that work; clean call lists; dates that hold
l I call at hours when people can talk, and I write down what they said.
l Fewer than one in ten dates falls through, because I remind kindly.
l No pressure on the telephone: a date that was pushed is not kept.
j 40 first talks for a solar firm; Reminders for a dental clinic; Call back 300 old leads

social-media 30
r Social media writer; Community voice; Posting planner
f bakeries; museums; sport clubs; small brands
w a month of posts; short clips; kind replies; plain reports
l Four weeks are planned ahead, with room for what happens.
l Every comment gets an answer from a person, within the day.
l I would rather have ninety readers who come in than nine thousand who do not.
j A month of posts for a bakery; Clips from our open day; Reports for three pages

community-moderation 22
r Moderator; Community keeper; Trust and safety agent
f games; forums; learning sites; news pages
w rooms that stay friendly; clear house rules; quick first looks; fair appeals
l I write down why something was removed, so that it can be argued with.
l Night hours in Europe are my day.
l New members get a welcome that is not a robot's.
j Nights on a chess forum; House rules for a parents' group; Clear 4,000 reports
`);
