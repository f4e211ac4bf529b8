package wording

// wordList is a class and its words.
type wordList struct {
	class class
	words string
}

// wordLists are the words that are no verbs. Words that look like a participle and are none stand here too.
func wordLists() []wordList {
	return []wordList{
		{subjectPronoun, `i we he she they you`},
		{subjectPronoun, `someone somebody anyone anybody everyone everybody nobody`},
		{anaphor, `they`},
		{otherPronoun, `it this that there these those nothing something everything which what`},
		{objectPronoun, `us me him her them it you this that`},
		{determiner, `a an the this that these those any some no each every another such both all either neither several many few more most
enough much half one two three four five`},
		{number, `one two three four five six seven eight nine ten`},
		{possessive, `my our your his her their its whose`},
		{preposition, `in on at of for with without by from to into onto over under after before during within about around through across
between against behind below above beside beyond per via toward towards until till upon since near inside outside off out despite`},
		{toward, `to`},
		{quantity, `one none some most half rest majority couple lot lots part number handful bunch few all both several each many much any either neither
two three four five`},
		{percent, `percent pct`},
		{hedge, `as like um uh er erm hmm yeah kind sort man dude`},
		{remedy, `canary canaries alert alerts alarm alarms alerting monitoring monitor dashboard metric check checks test tests testing review reviews
drill drills rehearsal runbook checklist flag flags limiter limit limits breaker lock locks quota approval approver reviewer linter lint assertion validation
eyes heads-up headsup warning page escalation documentation docs guard guardrail guardrails safeguard safeguards rollback replica replicas backup
timeout handover hand-over communication coordination training freeze dry-run staging segmentation isolation redundancy capacity headroom approach design
configuration setup policy process procedure rollout rehearsals`},
		{act, `change changes deploy deploys deployment commit commits merge push release rollout rollback command commands edit edits fix hotfix patch
upgrade migration update pr action actions decision decisions choice config configuration restart reboot click typo approval cleanup
experiment refactor refactoring misconfiguration`},
		{blunder, `mistake mistakes blunder blunders oversight oversights lapse lapses slip slip-up slip-ups misstep missteps goof omission omissions carelessness
negligence inattention inexperience incompetence misjudgement misjudgment misunderstanding miscommunication`},
		{virtue, `care attention diligence discipline rigour rigor skill skills competence competency expertise foresight interest commitment motivation thoroughness
curiosity courage honesty transparency respect effort initiative backbone concentration seriousness maturity craftsmanship know-how caution prudence patience
willingness empathy teamwork cooperation urgency professionalism experience understanding knowledge awareness training communication coordination
oversight ownership accountability responsibility vigilance judgement judgment sense preparation`},
		{particle, `up down back away out off over`},
		{timeNoun, `second seconds minute minutes hour hours day days week weeks weekend weekends month months year years morning mornings evening
evenings afternoon afternoons night nights moment moments noon midnight today yesterday tomorrow tonight monday tuesday wednesday thursday friday
saturday sunday ages while january february april june july august september october november december quarter quarters sprint`},
		{adverb, `ago louder harder closer deeper tighter straight beforehand afterwards tbh lol btw imo imho today yesterday tomorrow tonight`},
		{tooled, `operator operators manager managers`},
		{compound, `double triple cross load stress smoke peer pen unit sanity code dry spot proof regression integration performance`},
		{givenName, `aaron adam adrian ahmed aisha alan alex ali alice alicia amy ana andrea andreas andrew anita anna anne anton arjun arthur
barbara ben benjamin bob boris brian bruno carl carla carlos carol caroline chao charles chen chris christian christina christine claire daniel
daniela dave david deborah deepak denis diana diego dmitri elena eli elias emil emily emma eric erik eva fatima felix fiona francesca
frank fred gary george greg hans hannah harry helen henry ian igor ingrid irene ivan james jane janet jason jean jeff jennifer jens jessica
jim joan joe joel johan johannes john jon jonas jonathan jorge jose joseph josh juan judith julian julie karen karim karl kate katie keith kelly
ken kevin klaus kumar lars laura lea lena leo leon linda lisa lucas lucy luis luke magnus manuel marco maria marie martin mary matt matthew
mehmet mei mia michael michelle miguel mike mohammed monica nadia natalie nathan neil nick nicolas nicole nina noah nora olga oliver olivia omar
oscar paul paula pedro peter philip pia pierre priya rachel raj ralph ravi rebecca rita robert roberto roger ron rosa ryan sabine sam samantha
samir samuel sandra sanjay sara sarah sean sergei simon sofia sonia stefan stephanie stephen steve steven susan sven tanja ted theo thomas
tim tina tobias tom tony tracy uwe vera victor vikram vincent vladimir walter wei yuki yusuf zoe
abdul adele agnes akira alberto alejandro alfred amanda amelia amir amit andre angela anja annette antonio asha audrey beatriz bernd birgit bongani
brandon brenda camille carmen cecilia charlotte chloe christoph christopher clara colin craig cynthia dan darren debbie derek diane dieter dmitry donald
doris doug duncan edith eduardo edward eileen elisa elizabeth ella ellen elsa enrique ernesto esther ethan eugene evelyn fabian fernando florian franz
frederik freya gabriel geoff georg gerald gerhard gina giulia gordon graham guido gustavo harald haruto hassan heidi heinz helena henrik hiroshi holger
hugh ibrahim ilse ines irina isabel jacob jakob jamal jamie javier jeffrey jenny jeremy jerry jing jo joanna jochen johanna johnny juergen justin karin
kathrin kathy katrin kenji kim kirsten kofi krishna kristin kurt kyle larry lauren leila lennart liam lorenzo lotte louis louise lucia luca lukas lydia
maja malik marcel marcus margaret marina mario markus marta mathias matteo megan melanie mira miriam mohamed morten nancy naomi natasha nikolai nils
nisha oleg pablo pascal patricia patrick pavel peggy pete petra phil phoebe pooja rafael rahul ramesh randy raul regina renate ricardo richard rick
roland ronald rory roy rudolf russell ruth sally salman samira sandeep santiago scott sebastian selina serena shane sharon shirley silvia simone sophie
stacy stuart sunil suresh susanne sybille takashi tamara tanya tariq terry tessa thabo theresa tomas trevor tyler ulrich ulrike ursula valentina vanessa
agnieszka aoife anil angus anouk ashok astrid ayse benoit bjorn callum celine chidi ciaran cormac declan deniz divya elif emre eoin ewa ewan femi femke
ganesh giorgos greta hamish hiro huda isla istvan jiri jisoo joao joost jorgen kasia kavya kenta khalid kostas krzysztof lakshmi laszlo layla luc maarten
magda marek margaux meera minjun morag nadia naoko naveen neha ngozi niamh nikhil nikos ondrej pawel piet piotr pradeep rohan rohit rui sanne satoshi
selin shreya signe sinead siobhan sipho sneha solveig soren sylvie tarek thandi thierry tiago tomasz torben varun vijay vivek wim yannis yumi yves
rashid farid hamza youssef mustafa nour amina fatou kwame kojo zuri tendai themba lindiwe emeka ifeanyi tunde yemi ayo bola chinedu ngozi oluwaseun
akiko kaori yuko takumi daichi haruka yuto naoto keiko yoko hiroko masato minho jihoon soyeon hyun xin hua yan jun feng lei ying xiao yun mingyu jiaying
arun anjali aditi aditya gaurav ishaan kiran lalit manish mohan mukesh nitin nandini preeti prakash rajesh rakesh ritu sachin sonal suman swati tanvi uma vandana
vinod yash arnav deepa geeta mahesh naresh padma ramya sarita shankar shruti smita sujata usha vidya sanjana meena rekha anand ashwin bharat siddharth zahra samira
anastasia yelena svetlana tatiana olena oksana taras bohdan dmytro mykola andriy serhiy vladislav miroslav jana petr lenka katarina zuzana bartosz wojciech
grzegorz jacek michal mateusz dorota malgorzata anders erika fredrik gunnar gustav hakan ingeborg knut leif linnea mikkel niklas olof rasmus sigrid svein ulf
adriana alvaro andres arturo begona consuelo cristina emilio esteban felipe gonzalo guillermo ignacio inaki jaime joaquin leticia marcela mariana marisol
mateo montse nuria paloma ramon raquel rocio rodrigo ruben silvio sonja teresa vicente ximena alessandro alessia chiara claudio davide domenico enzo federica
filippo francesco gianluca giorgio giovanni giuseppe ilaria luigi massimo paolo riccardo salvatore stefano tommaso vincenzo amelie antoine aurelie bertrand
cedric damien delphine elodie etienne fabrice francois frederic guillaume helene jerome julien laurent lucie mathieu maxime odile olivier quentin remi romain
sebastien sylvain thibault valerie veronique yann abigail alison ashley bradley brett caleb calvin cheryl clive connor courtney curtis darryl desmond dylan
eddie edgar edwin eleanor erin evan felicity fergus gareth gavin gemma geraldine gillian glenn gwen hayley holly howard jasmine jill joyce judy keiran kayla
kieran lewis lynn malcolm marilyn marvin maureen mitchell nigel norman norma pamela phyllis ralf reginald robin rodney roger rosie rupert shannon sheila stanley
stella stewart sylvester teddy trudy vince wendell wesley winston yusra ioana mihai radu bogdan cristian andreea dragan goran zoran milos jelena ivana tihomir
plamen desislava georgi dimitar nikolay eszter gabor laszlo zsofia katalin balazs orsolya janne mikko juha sari tiina heikki matti eero aino
zainab zofia zoltan vivian volker wayne wendy werner wilhelm wolfgang xavier yasmin yolanda yvonne zara`},
		{beForm, `am is are was were be been being`},
		{haveForm, `have has had having`},
		{doForm, `do does did`},
		{modal, `would could should might may must can will shall ought cannot`},
		{negation, `not never`},
		{conjunction, `and but or nor so then because while when if although though unless whereas since as once than that whether yet until plus`},
		{whWord, `who whoever what when where why how which whom`},
		{adverb, `also still just only even already almost always never ever often sometimes perhaps maybe probably possibly likely certainly definitely
then now soon later again too quite very really rather instead actually otherwise thus therefore hence however indeed well sooner earlier
easily simply clearly obviously at least potentially theoretically arguably surely ideally somehow elsewhere further yet once twice
all both each together alone anyway somewhat much far long hardly barely scarcely most best better totally kinda sorta basically honestly literally`},
		{personNoun, `engineer engineers operator operators on-call oncall responder responders developer developers dev devs admin admins administrator
administrators sre sres dba dbas team teams support staff colleague colleagues person people contractor contractors persons joiner clerk clerks installer installers nurse nurses doctor doctors cashier mechanic mechanics electrician electricians
plumber cleaners courier couriers pharmacist janitor porter accountant accountants auditor auditors lawyer lawyers secretary receptionist salesman
salespeople fitter fitters caretaker dispatchers trader traders inspector inspectors foreman superintendent student students teacher scientist scientists
researcher researchers designer designers captain officer officers firefighters committee desk trainees apprentices freelancers graduate newbies intern interns
reviewer reviewers author authors manager managers lead leads owner owners member members maintainer maintainers programmer programmers
analyst analysts technician technicians employee employees coworker coworkers commander ic management leadership company organisation
organization department vendor vendors supplier guy guys folks human humans somebody nobody everyone anyone someone anybody everybody
committer committers contributor contributors tester testers qa ops devops architect architects facilitator specialist specialists
scribe dispatcher newcomer newcomers tech techs crew pilot pilots user-error whoever juniors seniors helpdesk sysadmin sysadmins netops secops noc
consultant consultants freelancer trainee apprentice expert experts peers approver approvers assignee boss director cto ceo sales finance squad
supervisor supervisors on-callers oncaller shift shifts hire welder buyer buyers chef professor surgeon paramedic paramedics librarian
editor editors journalist treasurer treasurers auditor warden bookkeeper bookkeepers chemist physicist statistician attendant attendants steward stewards
stagehand choreographer conductor sailor helmsman skipper miner farmer gardener carpenter welders roofer janitors custodian custodians concierge physician physicians midwife
therapist dentist veterinarian optician laborant registrars notary paralegal clerk bailiff policeman officers sergeant lieutenant colonel firefighter
president chairman chairwoman chairperson chair executive executives stakeholder stakeholders procurement purchasing marketing logistics hr accounting
leader leaders chief deputy co-worker co-workers teammate teammates coder coders subcontractor subcontractors outsourcer integrator integrators reseller
on-site on-calls staffer staffers principal boffins bosses secretaries managing foremen installer operatives operative handyman repairman serviceman volunteer volunteers`},
		{userNoun, `user users customer customers client clients visitor visitors tenant tenants consumer consumers buyer buyers subscriber subscribers
citizens attacker attackers`},
		{machineNoun, `service services pod pods job jobs alert alerts pipeline node nodes api server servers cluster database db probe probes monitor
script scripts container containers deployment request requests query queries process build test tests check checks controller load balancer
system systems replica replicas cache queue worker workers instance instances host hosts browser client release change deploy config
configuration code bug disk memory traffic connection connections certificate token tokens network dns timeout error errors healthcheck health
backup backups rollback upgrade migration patch version dashboard page pager startup initialization initialisation boot job cron loading`},
		{processNoun, `testing test tests review reviews revision evaluation evaluations experience understanding knowledge awareness training communication
coordination oversight ownership discipline attention care diligence planning preparation documentation validation verification monitoring
alerting observability supervision guidance expertise competence competency vigilance rigour rigor judgment judgement leadership
involvement collaboration investigation analysis assessment insight familiarity follow-up followup maintenance hygiene
alignment clarity process processes procedure procedures runbook runbooks guidelines governance qa onboarding coverage
handover hand-over consideration thought patience responsibility accountability professionalism foresight`},
		{failureNoun, `outage outages incident incidents failure failures downtime disruption breakage disaster mess problem issue error impact crash
breach bug loss damage fiasco delay delays`},
		{adjective, `good bad better worse best worst nice useful helpful possible impossible able unable great easy hard easier harder quicker faster
slower safe safer fine ideal worthwhile wise prudent enough sufficient deeper proper clear new old big small large full complete
careful careless aware unaware real true late early long short high low further more less little no single own same different other many few
earlier sooner later adequate appropriate right wrong poor sensible helpful beneficial preferable available responsible obvious`},
		{0, `need needs seed speed feed shed red bed indeed breed weed reed hundred naked wicked sacred kindred hatred embed exceed proceed succeed
unexpected unintended unplanned unwanted unneeded unused unrelated untested unlimited undefined undocumented unmanaged unsupported
unforeseen unauthenticated unauthorized unauthorised unprecedented unfinished unresolved embedded so-called aged rugged`},
		{participial, `limited dedicated detailed advanced mixed related distributed elevated nested automated centralized centralised standardized
standardised extended expected reduced increased restricted associated documented defined named shared managed monitored tested configured
encrypted improved enabled assigned agreed updated written required published established integrated isolated signed versioned labelled labeled
backed built-in hardened verified approved clear-cut combined`},
		{clock, `midnight noon`},
		{base, `rollback cleanup setup backup login page deploy`},
		{adjective, `daily weekly monthly hourly early friendly costly timely unlikely likely only`},
		{0, `family reply apply supply rely comply assembly anomaly during morning evening thing things anything nothing something everything string
king ring spring sibling ceiling building buildings meeting meetings monitoring logging networking engineering`},
	}
}
