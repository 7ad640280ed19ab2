import { readTrades } from './trade.ts';

/** For a person or a household. */
export const HOME_TRADES = readTrades(`
landscape-design 95
r Garden designer; Landscape designer; Planting planner
f dry slopes; town gardens; farmhouses; balconies; school yards
w planting plans; watering plans; gardens that need little; terraces and paths
l I ask for photos at eight, noon and six, because a garden is made of light.
l The plant list says where to buy and what to do in the third year.
l Old trees stay. I plan around them.
j A garden for a house by the sea; Planting plan for a dry slope; A yard for a small school

interior-design 60
r Interior designer; Room planner; Home decorator
f small flats; family houses; practices; holiday homes
w room plans; colours that last; shopping lists; kitchens that work
l You get a plan to scale, three colour boards and a list with prices.
l I keep what you own where it can stay, and say where it cannot.
l Every lamp has a reason.
j A flat of 42 m² for three; Colours for a dental practice; A kitchen in an old mill

tutoring 40
r Tutor; Teacher; Language teacher; Mathematics tutor
f pupils from ten to eighteen; adults; exam weeks; beginners
w lessons that build up; exam plans; patient explanations; homework that makes sense
l I find the first thing that was not understood, and begin there.
l Parents get four lines after each lesson.
l We stop when you can explain it to me.
j Mathematics before the final exam; English twice a week; Start with programming at twelve

travel-planning 40
r Travel planner; Trip designer; Rail traveller
f families; slow travellers; school classes; small firms
w day plans; journeys by train; visa papers in order; rooms with a reason
l Each day has one plan, one spare plan and a place to eat.
l I only send people where I have been or where I can call somebody.
l Trains first, with seats that look the right way.
j Three weeks by train with two children; A class trip to the sea; Walking tour for eight

event-planning 48
r Event planner; Wedding planner; Conference organiser
f weddings; small congresses; company days; anniversaries
w running orders to the minute; venues that fit; guest lists; calm days
l The running order has a column for what we do if it rains.
l I negotiate with venues in their language.
l On the day I am the person nobody notices.
j A wedding for 90 in two countries; An online congress of two days; Forty years of a choir

fitness-and-nutrition 45
r Fitness coach; Dietitian; Yoga teacher; Running coach
f beginners; runners; office workers; people with diabetes
w plans for a real week; meals that are eaten; steady progress; safe exercises
l Three sessions a week that happen beat six that do not.
l I ask for blood values before I write a diet for diabetes.
l We meet by video; I see your knees, you see mine.
j A first marathon in April; Meals for a vegan family; Back exercises for an office

home-energy 55
r Energy adviser; Heating planner; Solar planner
f old houses; terraced houses; farm houses; flats
w measured losses; roofs with the right number of panels; heat pumps that fit; grants found
l I calculate from your bills, room by room, and show the sums.
l The cheapest measure comes first, even when I earn nothing with it.
l Grants change each spring; I keep the table.
j Which heat pump for a house of 1962; Panels on an east-west roof; Grants for new windows

personal-finance 50
r Budget adviser; Money coach; Tax return helper
f families; people who move abroad; first jobs; freelancers
w budgets that hold; tax returns; debt plans; pension overviews
l One sheet, three pots, and a talk every month.
l I sell no products and take no commission.
l We begin with the letters that nobody opened.
j Tax return with income in two countries; A plan out of three debts; Money for a move abroad

genealogy 38
r Genealogist; Family historian; Archive reader
f emigrant families; old farms; noble quarrels; adoptees
w family trees with sources; read letters; emigrant lists; family books
l Each name has a source, or it has a question mark.
l I read old hands of four languages.
l Parish books first, stories second.
j Four great-grandparents from one valley; Read 60 old letters; A family book for a jubilee
`);
