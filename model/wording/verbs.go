package wording

// irregularVerbs are base/past/participle; a comma parts two forms.
const irregularVerbs = `be/was,were/been,be do/did/done have/had/had go/went/gone make/made/made take/took/taken see/saw/seen know/knew/known
get/got/got,gotten come/came/come become/became/become give/gave/given win/won/won lose/lost/lost pay/paid,payed/paid,payed sell/sold/sold
buy/bought/bought lead/led/led,lead leave/left/left find/found/found keep/kept/kept think/thought/thought say/said/said tell/told/told put/put/put
set/set/set let/let/let cost/cost/cost mean/meant/meant run/ran/run catch/caught,catched/caught,catched bring/brought/brought,brung grow/grew/grown
fall/fell/fallen feel/felt/felt hold/held/held stand/stood/stood choose/chose/chosen write/wrote/written break/broke/broken speak/spoke/spoken
drive/drove/driven rise/rose/risen begin/began/begun build/built/built send/sent/sent spend/spent/spent meet/met/met hear/heard/heard
read/read/read hit/hit/hit cut/cut/cut shut/shut/shut split/split/split spread/spread/spread hurt/hurt/hurt cast/cast/cast
reset/reset/reset overcome/overcame/overcome overrun/overran/overrun foresee/foresaw/foreseen overlook/overlooked/overlooked forget/forgot/forgotten,forgot
understand/understood/understood misunderstand/misunderstood/misunderstood withstand/withstood/withstood undo/undid/undone redo/redid/redone
overwrite/overwrote/overwritten rewrite/rewrote/rewritten fight/fought/fought seek/sought/sought teach/taught/taught sleep/slept/slept
show/showed/shown,showed sit/sat/sat stick/stuck/stuck draw/drew/drawn throw/threw/thrown blow/blew/blown fly/flew/flown eat/ate/eaten drink/drank/drunk
die/died/died lie/lay/lain hide/hid/hidden bind/bound/bound wind/wound/wound wear/wore/worn tear/tore/torn swing/swung/swung shrink/shrank/shrunk
sink/sank/sunk ring/rang/rung sing/sang/sung spin/spun/spun steal/stole/stolen wake/woke/woken freeze/froze/frozen shake/shook/shaken
deal/dealt/dealt lend/lent/lent bend/bent/bent burn/burned,burnt/burned,burnt learn/learned,learnt/learned,learnt quit/quit/quit beat/beat/beaten
prove/proved/proven,proved light/lit/lit shoot/shot/shot sweep/swept/swept creep/crept/crept slip/slipped/slipped bite/bit/bitten bid/bid/bid
mistake/mistook/mistaken overtake/overtook/overtaken undertake/undertook/undertaken withdraw/withdrew/withdrawn hang/hung,hanged/hung,hanged
arise/arose/arisen ride/rode/ridden swear/swore/sworn strike/struck/struck dig/dug/dug feed/fed/fed flee/fled/fled lay/laid/laid
broadcast/broadcast/broadcast forecast/forecast/forecast burst/burst/burst upset/upset/upset fit/fit,fitted/fit,fitted spot/spotted/spotted
retell/retold/retold outgrow/outgrew/outgrown rebuild/rebuilt/rebuilt resend/resent/resent oversee/oversaw/overseen bear/bore/borne,born
foretell/foretold/foretold forgive/forgave/forgiven forbid/forbade/forbidden misread/misread/misread rerun/reran/rerun offset/offset/offset
bet/bet/bet slide/slid/slid spring/sprang/sprung string/strung/strung swim/swam/swum leap/leapt,leaped/leapt,leaped spell/spelled,spelt/spelled,spelt
spill/spilled,spilt/spilled,spilt spoil/spoiled,spoilt/spoiled,spoilt grind/ground/ground speed/sped/sped override/overrode/overridden mislead/misled/misled
misspell/misspelled,misspelt/misspelled,misspelt oversleep/overslept/overslept rethink/rethought/rethought withhold/withheld/withheld uphold/upheld/upheld
unwind/unwound/unwound rewind/rewound/rewound retake/retook/retaken weep/wept/wept fling/flung/flung sling/slung/slung cling/clung/clung tread/trod/trodden
sync/synced,synched/synced,synched`

// verbList is a class of meaning and the base forms of its verbs.
type verbList struct {
	class class
	words string
}

func verbLists() []verbList {
	return []verbList{
		{perceive, `see notice catch detect spot find discover observe recognise recognize identify hear realise realize know learn flag alert surface uncover`},
		{foresee, `predict foresee anticipate consider realise realize appreciate recognise recognize envisage imagine`},
		{prevent, `prevent avoid stop mitigate help reduce limit contain save protect shorten block minimise minimize lessen avert guard shield ease
alleviate forestall halve cushion`},
		{rescue, `help save protect spare shield guard cushion`},
		{human, `check verify test page escalate ask tell communicate review read follow consider think remember inform announce document plan
investigate look catch spot understand validate notice realise realize notify discuss coordinate call ping agree approve decide confirm mention
question doubt wait listen warn act prioritise prioritize assess evaluate inspect audit practise practice rehearse prepare train onboard brief
involve consult align answer reply respond declare acknowledge ack watch monitor measure examine double-check doublecheck ensure bother care
anticipate foresee predict appreciate share speak talk clarify explain escalate dig correlate challenge assign own attend`},
		{operate, `deploy release roll revert restart reboot redeploy update upgrade patch fix configure provision set add remove enable disable use run
build ship merge migrate scale rotate renew replace pin bump schedule implement create define document back restore drain cordon apply
clean tag limit track record log store keep put include involve turn switch stop start pause wait attach connect complete finish
finalise finalize account adopt automate script mark label open close file adjust tune increase decrease raise lower delete
revoke mute unmute silence cancel suspend postpone rename
change do make take give copy save move write adjust respect enforce perform conduct carry execute simulate isolate rollback push pull`},
		{observed, `receive see get have hear find lose experience need want suffer expect observe affect know impact appear seem mean
exist result matter contain include occur happen belong like`},
		{inner, `know understand want need expect see hear receive get have find lose feel like mind mean matter believe trust suspect assume fail succeed
manage sleep exist appear seem work belong recover crash break cause affect impact reach dare survive deserve recall learn grasp appreciate`},
		{mental, `assume think believe conclude presume suppose guess consider judge interpret understand expect trust estimate figure reckon`},
		{0, `wipe destroy nuke trash ruin botch bork brick`},
		{accident, `delete merge commit push remove revert expose publish deploy drop disable wipe destroy overwrite leak omit skip leave share
send release misconfigure mistype paste run rerun restart close`},
		{outcome, `make prevent avoid catch detect help stop save mitigate reveal expose shorten reduce uncover`},
		{0, `happen occur lead cause require include continue remain require involve fail succeed work live serve open close move turn pass reach return
increase decrease improve degrade change add remove create enable disable trigger cause recover restore restart reboot redeploy deploy roll scale
upgrade downgrade update patch fix repair resolve configure provision terminate replicate route load reload cache evict expire rotate renew revoke
grant deny allow permit reject accept accepted queue drain flush retry throttle limit time log print record store delete drop migrate copy back
restore roll rollback fail switch isolate disconnect connect join leave separate merge commit push pull rebase fork tag release publish ship
install uninstall import export upload download send receive deliver forward redirect expose hide show display render draw load tune
escalate engage contact tell explain describe report file raise open start end finish complete stop pause resume suspend hold wait stay last take
handle process parse validate sanitise sanitize encode decode encrypt sign verify authenticate authorise authorize match compare use reuse
apply attach detach mount unmount bind tie link point refer define declare assign own share split combine aggregate reduce
need want try attempt manage expect assume hope like prefer wish propose suggest recommend invite introduce address tackle solve
affect impact hit touch break damage corrupt lose suffer crash hang stall block lock freeze slow saturate exhaust overload overwhelm starve
save protect survive withstand tolerate absorb buy earn gain yield produce generate emit raise lower drop rise fall grow shrink reach exceed
revert undo review approve merge gate pin bump cordon recycle replace rename reorder schedule plan document automate script
adopt choose decide pick select opt vote elect support call name claim argue note mention add answer ask reply respond react act behave play
warn remind train teach practise practice rehearse walk talk speak discuss meet gather
reproduce simulate trace debug correlate measure count track watch monitor graph plot sample profile benchmark
rush skip ignore forget miss overlook neglect omit bypass override force ensure guarantee promise deserve
turn put look figure work sort clear clean wipe purge reset set unset toggle flip enable
consume allocate free assign request respond fire flap mitigate minimise minimize maximise maximize optimise optimize speed delay postpone cancel
bring carry keep hide cover extend expand widen narrow spare lend offer provide supply give receive want live die kill
appear seem sound look become belong consist contain depend rely differ vary matter mean exist arise emerge
carry marry study try apply deny rely reply copy imply identify notify classify quantify simplify verify modify specify qualify clarify
stabilise stabilize normalise normalize standardise standardize prioritise prioritize utilise utilize visualise visualize summarise summarize compare rehearse triage cross-check crosscheck practice ring phone message email shout nudge chase pair shadow
reassign reroute throttle backfill diff grep tail`},
	}
}
