const listed = (words: string) => words.split(/\s+/u).filter((each) => each !== "");

/** Words of any sentence, and courtesies. */
export const commonWords: ReadonlySet<string> = new Set(
  listed(
    `the and for you your yours our ours are was were will would can could shall should may might must has have had
    been being this that these those there here with from into onto over under about after before again then than
    just only also very not yes but its it's i'll i'm i've i'd we'll we're we've you're you've you'd don't can't
    that's there's what's let's let how what when where which who why all any some each more most much many one two
    hello dear good morning afternoon evening day sorry thank thanks please welcome speaking name call calling
    today monday tuesday wednesday thursday friday saturday sunday know get got going see say said like okay
    alright sure help hear she her his him he they them their does did done doing`,
  ),
);

/** Words of any request: what people say around what they want. */
export const requestWords: ReadonlySet<string> = new Set([
  ...commonWords,
  ...listed(
    `a an i me my we us it is am be to of in on at by if so no do as up out off too or nor

    hi hey hiya um uh yeah well oh ok yep nope nah lol pls plz thx ty cheers bye goodbye regards best kind kindly
    mr mrs ms sir madam team customer service support agent perfect great fine correct amazing lovely nice love loved
    need needs needed want wants wanted trying try able make made give given gave take took taken use used using
    looking look ask asking asked tell told assist assistance question questions hoping hope wondering wonder
    think thought guess possible possibly maybe quite bit little lot lots thing things something anything everything
    nothing someone anyone everyone both either neither another other others same such own else way
    sort sorted figure figured really actually already still yet ever never back because since until while during now
    soon ago later yesterday tomorrow tonight between without within around through per via re upon toward towards
    right left first second third last next several few couple three four five six seven eight nine ten
    isn't wasn't didn't doesn't don haven't hasn't won't wouldn't couldn't shouldn't it'd hadn't aren't he's she's
    who's i'm won't cannot
    write wrote writing written chat chatted texted message messages mail emailed called phone phoned
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec noon midnight week weeks month months year years days time times
    every each against despite ahead instead further having myself yourself nobody somebody exactly exact eleven twelve
    happened happen happens going went come came coming go goes start started`,
  ),
]);
