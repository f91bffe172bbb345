/** The forms of English verbs that do not follow from their spelling: base, then every other form. */
const IRREGULAR = `
become became becomes becoming
begin began begun begins beginning
bring brought brings bringing
build built builds building
rebuild rebuilt rebuilds rebuilding
buy bought buys buying
choose chose chosen chooses choosing
come came comes coming
cut cuts cutting
do did does doing done
draw drew drawn draws drawing
feel felt feels feeling
fight fought fights fighting
find found finds finding
forget forgot forgotten forgets forgetting
get got gets getting gotten
give gave given gives giving
go goes going gone went
grow grew grown grows growing
regrow regrew regrown regrows regrowing
have has had having
hear heard hears hearing
hide hid hidden hides hiding
hold held holds holding
hurt hurts hurting
keep kept keeps keeping
know knew known knows knowing
lead led leads leading
leave left leaves leaving
lose lost loses losing
make made makes making
mean meant means meaning
meet met meets meeting
pay paid pays paying
put puts putting
read reads reading
run ran runs running
say said says saying
see saw seen sees seeing
seek sought seeks seeking
sell sold sells selling
send sent sends sending
set sets setting
shut shuts shutting
spread spreads spreading
beat beaten beats beating
wind wound winds winding
quit quits quitting
hit hits hitting
let lets letting
light lit lights lighting
strike struck strikes striking
wake woke woken wakes waking
write wrote written writes writing
eat ate eaten eats eating
fall fell fallen falls falling
feed fed feeds feeding
sleep slept sleeps sleeping
stand stood stands standing
sit sat sits sitting
lay laid lays laying
lie lay lain lies lying
rise rose risen rises rising
swim swam swum swims swimming
bend bent bends bending
spin spun spins spinning
show showed shown shows showing
speak spoke spoken speaks speaking
spend spent spends spending
take took taken takes taking
teach taught teaches teaching
tell told tells telling
think thought thinks thinking
undergo underwent undergone undergoes undergoing
undo undid undone undoes undoing
wear wore worn wears wearing
win won wins winning
be is are was were been being`;

const DOUBLED = new Set([
  "stop",
  "slip",
  "plan",
  "skip",
  "drop",
  "shut",
  "ban",
  "beg",
  "trap",
  "cap",
  "curb",
  "transfer",
  "refer",
  "prefer",
]);

const irregular = new Map(
  IRREGULAR.trim()
    .split("\n")
    .map((line) => [line.split(" ")[0]!, line.split(" ")]),
);

/** Every form of an English verb: the base, -s, -ed and -ing with their spelling, or the listed forms of an irregular one. */
export function verbForms(base: string): readonly string[] {
  const listed = irregular.get(base);
  if (listed) return listed;
  if (base.endsWith("e")) return [base, `${base}s`, `${base}d`, base.endsWith("ee") ? `${base}ing` : `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  const stem = DOUBLED.has(base) ? base + base.at(-1) : base;
  return [base, `${base}${sibilant(base) ? "es" : "s"}`, `${stem}ed`, `${stem}ing`];
}

/** An English noun and its plural. */
export function nounForms(base: string): readonly string[] {
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`];
  return [base, `${base}${sibilant(base) ? "es" : "s"}`];
}

const sibilant = (word: string) => /(?:s|x|z|ch|sh)$/.test(word);
