/** Lower-case patterns that raise or lower a style feature; from general knowledge, not from a data set. */
export type StyleMarkers = { readonly much: RegExp; readonly little: RegExp };

/** Contractions, of which a group has the letters before the apostrophe, and places where one would be possible. */
export const contractionMarkers: StyleMarkers = {
  much: /(?<=\b(\p{L}{1,40}n))['’]t\b|(?<=\b(\p{L}{1,40}))['’](?:re|ve|ll|d|m)\b|\b(?:it|that|there|what|here|he|she|who|how|where|let)['’]s\b/gu,
  little:
    /\b(?:i am|you are|we are|they are|it is|that is|there is|what is|here is|i have (?:\p{L}+(?:ed|en|ne))|(?:you|we|they) have (?:been|\p{L}+(?:ed|en))|(?:i|you|we|they|it|that) will|(?:i|you|we) would|(?:do|does|did|is|are|was|were|has|have|had|should|could|would|will) not|can ?not|let us)\b/gu,
};

export const formalityMarkers: StyleMarkers = {
  much: /\b(?:kindly|be advised|are advised|hereby|herewith|pursuant|regarding|(?:in|with) regards? to|in respect of|in accordance with|as per|furthermore|moreover|therefore|thus|hence|additionally|prior to|subsequent(?:ly)?|upon|shall|assistance|to assist|be of service|enquir(?:y|ies)|inquir(?:y|ies)|correspondence|endeavou?r|obtain|commence|notify|inform(?:ed)?|regret(?:s|tably)?|sincere(?:ly)?|accept (?:our|my)|apologies|inconvenience|hesitate|should you|at your (?:earliest )?convenience|grateful|gratitude|esteemed|trust (?:that )?this|duly|noted|satisfactory|privilege|most welcome|very well|sir|madam|good day|dear (?:sir|madam|customer|mr|ms|mrs|dr)|(?:mr|ms|mrs|mx)\.? \p{L}+|may i)\b/gu,
  little:
    /\b(?:hi|hey|hiya|ok|okay|yeah|yep|yup|nope|cool|awesome|super|gonna|wanna|gotta|kinda|no (?:problem|worries)|thanks|thx|cheers|bye|guys|folks|stuff|a bit|got (?:it|you)|let['’]s|oops|ouch|ah|oh|hmm|right|alright|anyway|anytime|sort (?:it|this|that) out|give me a sec(?:ond)?|one sec|hang on|have a look|on it)\b|(?<=\b(\p{L}{1,40}n))['’]t\b|(?<=\b(\p{L}{1,40}))['’](?:re|ve|ll|m)\b|!|\p{Extended_Pictographic}/gu,
};

export const warmthMarkers: StyleMarkers = {
  much: /\b(?:glad|happy to|delighted|pleasure|welcome|thank(?:s| you)|hope|enjoy|take care|have a (?:great|good|nice|lovely|wonderful)|of course|absolutely|no (?:problem|worries)|anytime|lovely|wonderful|great|don['’]t worry|here for you|let['’]s|together|sorry|care|hi|hello|hey)\b|!|\p{Extended_Pictographic}/gu,
  little:
    /\b(?:you (?:must|are required|are advised|need to)|be advised|in accordance|as per|polic(?:y|ies)|procedures?|guidelines|not (?:permitted|allowed)|denied|rejected|noted|duly|is being processed|terms and conditions|failure to|for your records|state your|kindly|sir|madam|mr|mrs|ms)\b/gu,
};

export const empathyMarkers: StyleMarkers = {
  much: /\b(?:sorry|apologi[sz]e|i understand|frustrat\w*|annoy\w*|must (?:be|have been|feel)|(?:can|could) (?:well )?(?:see|imagine|tell) (?:how|why|that)|that['’]s (?:rough|tough|hard|odd)|shouldn['’]t (?:have )?happen|not (?:how it should be|the experience)|hear you|i get (?:it|why)|i(?:['’]d| would) (?:feel|be) \w+ too|on us|upset\w*|stress\w*|worr(?:y|ied|ying)|appreciate how|right to expect)\b/gu,
  little:
    /\b(?:as (?:i|we) (?:said|stated|mentioned)|like i said|nothing (?:i|we) can do|calm down|you should have|your (?:own )?fault|not (?:my|our) (?:problem|fault)|you failed|too bad|be advised|regrettably|in accordance)\b/gu,
};

export const hedges =
  /\b(?:maybe|perhaps|might|possibly|probably|presumably|i (?:think|believe|guess|suppose|assume)|it (?:seems|appears|looks like)|seems? to|appears? to|kind of|sort of|somewhat|if possible|would you mind|i['’]m not (?:sure|certain)|as far as i (?:know|can tell)|generally|typically|usually|in theory|more or less|roughly)\b/gu;

export const directnessMarkers: StyleMarkers = {
  much: /(?:^|[.!?]\s+)(?:please |yes\b|no\b|done\b|click|open|tap|go to|check|send|call|reply|restart|here(?:['’]s| is))|\b(?:i(?:['’]ve| have)|i(?:['’]ll| will)|we(?:['’]ve| have)|your \p{L}+ (?:is|are|was|will))\b/gu,
  little:
    /\b(?:maybe|perhaps|might|possibly|i (?:think|believe|guess|suppose)|it (?:seems|appears)|kind of|sort of|would you mind|if possible|be advised|kindly note|with regard|in respect of|is being (?:processed|handled|reviewed)|do not hesitate|i was wondering)\b/gu,
};

export const apologies =
  /\b(?:sorry|apologi[sz]e|apolog(?:y|ies)|regret(?:s|tably)?|forgive|pardon)\b/gu;

export const emoji = /\p{Extended_Pictographic}(?:️|‍\p{Extended_Pictographic})*/gu;
