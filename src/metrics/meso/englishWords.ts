/** The closed word classes and fixed phrases that the verb–noun rules know. All in lower case, dictionary forms. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Verbs that instructions begin with and that a tagger takes for nouns or names when they do (`List five …`). */
export const instructionVerbs = words(
  `add address advise analyse analyze answer arrange ask assess assign attach book brainstorm build buy calculate
  call cancel cash categorize change check choose cite classify clean clear close code combine comment compare compile
  complete compose compute conclude construct convert copy correct count craft create critique debate debug decide
  define delete deliver demonstrate describe design detail detect determine develop discuss display divide document
  draft draw edit elaborate elucidate email enter enumerate estimate evaluate examine explain explore express extend
  extract fill filter find fix follow format forward freeze generate give guess help highlight identify illustrate
  implement improve include infer interpret invent invert judge justify keep label list locate lock look mail make
  map mark match measure merge model modify move name offer open optimize order organize outline output paint
  paraphrase park pay perform phrase pick plan play plot post predict prepare present print process produce program
  proofread propose prove provide question quote rank rate read reason rearrange recall recite recommend record
  recount redo reduce refactor reformat reformulate remind remove rename replace reply report request research reserve
  reset respond resume retell return review revise reword rewrite roleplay round run save schedule score search select
  send sequence set share ship show simplify simulate sketch solve sort speak specify spell split start state stop
  structure study suggest sum summarise summarize support switch tag take talk teach tell test text think time touch
  track trace transcribe transfer transform translate transpose try turn update upgrade use verify visit visualize
  walk water wish work write`,
);

/** Verbs with a particle that changes their meaning; the particle stays with the verb, also when the object stands between. */
export const phrasalVerbs = new Map<string, ReadonlySet<string>>(
  Object.entries({
    back: 'up',
    book: 'in',
    break: 'down up',
    bring: 'up back',
    build: 'up',
    call: 'off back',
    carry: 'out',
    cash: 'in out',
    clean: 'up',
    clear: 'up',
    close: 'out down',
    cross: 'out off',
    cut: 'down off out',
    figure: 'out',
    fill: 'in out up',
    find: 'out',
    flesh: 'out',
    fold: 'up',
    get: 'back',
    give: 'up back away',
    hand: 'in over out',
    jot: 'down',
    lay: 'out off',
    leave: 'out',
    light: 'up',
    list: 'out',
    lock: 'up out',
    look: 'up over',
    make: 'up out',
    map: 'out',
    mix: 'up',
    note: 'down',
    open: 'up',
    pass: 'on',
    pay: 'off back',
    pick: 'up out',
    play: 'back',
    point: 'out',
    print: 'out',
    pull: 'up out',
    put: 'on off up away together down',
    read: 'out',
    rule: 'out',
    send: 'out back',
    set: 'up aside',
    shut: 'down off',
    sort: 'out',
    sum: 'up',
    switch: 'on off',
    take: 'on off over out back away up',
    tear: 'down',
    think: 'up',
    throw: 'away out',
    tidy: 'up',
    top: 'up',
    try: 'on out',
    turn: 'on off down up over around',
    type: 'out up',
    use: 'up',
    wake: 'up',
    warm: 'up',
    work: 'out',
    wrap: 'up',
    write: 'down out up',
  }).map(([verb, particles]) => [verb, words(particles)]),
);

/** Verbs whose object comes with a preposition: `look for a hotel` is about the hotel. */
export const prepositionalVerbs = new Map<string, ReadonlySet<string>>(
  Object.entries({
    answer: 'to',
    apply: 'for',
    argue: 'for against',
    ask: 'for about',
    care: 'for',
    check: 'on for',
    comment: 'on',
    complain: 'about',
    concentrate: 'on',
    connect: 'to',
    deal: 'with',
    decide: 'on',
    depend: 'on',
    elaborate: 'on',
    expand: 'on',
    focus: 'on',
    go: 'over through',
    hear: 'about',
    help: 'with',
    inquire: 'about',
    know: 'about',
    learn: 'about',
    listen: 'to',
    look: 'for at into after',
    pay: 'for',
    prepare: 'for',
    react: 'to',
    read: 'about',
    refer: 'to',
    register: 'for',
    rely: 'on',
    reply: 'to',
    respond: 'to',
    roleplay: 'as',
    search: 'for',
    shop: 'for',
    speak: 'about with to',
    subscribe: 'to',
    talk: 'about to with',
    teach: 'about',
    tell: 'about',
    think: 'of about',
    vote: 'for',
    wait: 'for',
    work: 'on',
    write: 'about',
  }).map(([verb, prepositions]) => [verb, words(prepositions)]),
);

/** Particle and preposition together: `come up with a name`. */
export const threePartVerbs = words('come_up_with sign_up_for log_in_to get_rid_of take_care_of');

/** Verbs that only introduce the task: what follows them bare is the task (`help me find …`). */
export const bareInfinitiveFrames = words('help let go come please try');

/** The same with a form in -ing (`keep jamming`, `mind checking`). */
export const gerundFrames = words(
  'help start begin stop keep mind avoid try continue consider suggest practise practice finish recommend',
);

/** Verbs of wishing and trying: what `I` says with them is a request. */
export const desireVerbs = words(
  'want need like love wish try look wonder wander hope require prefer',
);

export const questionWords = words('what whats which who whos whom whose how why when where');

export const possessives = words('my your his her its our their whose');

export const objectPronouns = words('me us you him her them it myself yourself');

/** Openers and fillers before the clause proper. */
export const fillers = words(
  `please kindly pls plz just also then now next first firstly second secondly third thirdly finally lastly ok okay hey hi
  hello yo so and but or well yes no yeah oh sorry thanks actually maybe perhaps instead otherwise again
  afterwards additionally furthermore moreover therefore however lastly cool great sure good today always never
  hmm um alternatively similarly`,
);

/** Heads that only measure: the noun after their `of` is meant (`a lot of points`). */
export const quantityNouns = words(
  'lot lots couple number few bunch bit variety dozen pair set some many most each all both one two three several kind type sort',
);

/** Words that stand for a noun named elsewhere. */
export const standIns = words('one ones following above below same other others rest');

/** Nouns that tell when, how far or how: fronted in a question they are no object (`what time does …`). */
export const adverbialNouns = words(
  'time day date hour year month week minute way reason extent age today tomorrow yesterday tonight morning afternoon evening night weekend',
);

/** Words for a task: `your task is to …` asks for what follows. */
export const taskNouns = words('task job goal aim objective mission challenge assignment role');

/** Where wink-nlp's dictionary forms differ from what a reader expects. */
export const lemmaCorrections = new Map([
  ['datum', 'data'],
  ['specie', 'species'],
  ['saving', 'savings'],
  ['raman', 'ramen'],
  ['new', 'news'],
]);
