import { readTrades } from './trade.ts';

/** Knowledge work that writes, finds out and advises. */
export const THINKING_TRADES = readTrades(`
writing-and-editing 48
r Writer; Editor; Proofreader; Technical writer
f publishers; software firms; universities; charities
w manuals people read; clean manuscripts; articles with sources; plain letters
l I cut a third and nobody misses it.
l Every fact has a source in the margin.
l I keep your voice; I only take the stones out of its shoes.
j Manual for a coffee machine; Proofread a thesis; Ten articles on soil

translation 42
r Translator; Literary translator; Subtitle translator; Localiser
f machine makers; courts; publishers; games; hospitals
w translations that read like originals; checked terms; second readings; subtitles
l A second person reads everything before you do.
l I keep your list of terms and send it back longer.
l I translate into my own language only.
j Manual of a baler; Contract of 30 pages; Subtitles for a film of 80 minutes

legal-services 120
r Contract lawyer; Legal researcher; Paralegal
f start-ups; importers; landlords; software firms
w contracts one can read; marked-up drafts; opinions on two pages; companies founded
l The risk comes first, in one sentence, with a number where there is one.
l I say which law applies, and when you need somebody on the spot.
l Fixed prices for fixed questions.
j Review of a supply contract; Terms for an online course; Found a company with three owners

patents-and-trademarks 150
r Patent searcher; Trademark specialist; Patent draughtsman; Patent attorney
f inventors; medical devices; food brands; software firms
w searches in many registers; claims with support; patent drawings; filings abroad
l You get the closest five papers with the sentence that hurts.
l I search registers by hand where machines do not read them.
l Drawings follow the rules of the office where you file.
j Search before filing a valve; Name check in twelve countries; Drawings for a folding cot

market-research 55
r Market researcher; Interviewer; Market analyst
f food makers; software firms; toy brands; farms
w interviews with buyers; sizes with sums; rival tables; price tests
l I talk to twelve people before I make a form for a thousand.
l Each size of a market shows how it was calculated.
l I also report what I could not find out.
j Who buys oat drinks in Peru; Rivals of a parking app; Price test for a course

research-and-development 75
r Scientist; Research chemist; Research assistant; Modeller
f food makers; battery firms; universities; start-ups
w reviews of the field; plans of experiments; models with code; written reports
l I read the methods before the abstract.
l Null results are results and go into the report.
l Code and data come with the paper.
j Review of bio-based glues; Model of a drying tunnel; Plan for shelf life tests

finance-advice 85
r Financial analyst; Accountant; Controller; Valuation adviser
f start-ups; family firms; farms; charities
w models one can follow; yearly accounts; cash plans; papers for investors
l Every cell that is a guess is yellow.
l I show three cases and what would have to be true for each.
l Accounts with notes that answer the auditor's questions before they come.
j Cash plan for thirteen weeks; Value of a printing works; Model for an investor talk
`);
