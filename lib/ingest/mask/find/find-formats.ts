import { findBirthsAbroad } from "../announced/find-births-abroad";
import { findAddresses } from "./find-addresses";
import { findAnnounced } from "./find-announced";
import { findFurtherBirths } from "./find-births";
import { findCards, looseSeparators } from "./find-cards";
import { findCodes } from "./find-codes";
import { findDeviceIds } from "./find-device-ids";
import { findHandles } from "./find-handles";
import { findIntroduced } from "./find-introduced";
import { findLabelled } from "./find-labelled";
import { findNationalIds } from "./find-national-ids";
import { findPhones } from "./find-phones";
import { findPostcodes } from "./find-postcodes";
import { findRelated } from "./find-related";
import { findSecurityAnswers } from "./find-security-answers";
import { findServiceKeys } from "./find-service-keys";
import { findShaped } from "./find-shaped";
import { findSpecial } from "./find-special";
import { findSpokenAbroad } from "./find-spoken-abroad";
import { findUserIds } from "./find-user-ids";
import { findUserNames } from "./find-user-names";
import { findWrittenMail } from "./find-written-mail";
import { scanText } from "../scan-text";
import type { Candidate } from "../text-masker";

/**
 * Finds personal data in formats of single countries, services and languages. The tagger's weights
 * were fitted without them: they are added to its findings rather than passed to it.
 */
export function findFormats(text: string): Candidate[] {
  const traits = scanText(text);
  return [
    ...(traits.digits === 0 ? [] : findNationalIds(text, traits)),
    ...(traits.digits === 0 ? [] : findPostcodes(text)),
    ...(traits.digits === 0 ? [] : findFurtherBirths(text)),
    ...(traits.digits >= 13 ? findCards(text, looseSeparators) : []),
    ...findPhones(text, traits),
    ...findLabelled(text, traits),
    ...(traits.digits < 4 ? [] : findCodes(text)),
    ...findDeviceIds(text, traits),
    ...(traits.tokenRun === 0 ? [] : findUserIds(text)),
    ...findSecurityAnswers(text),
    ...findServiceKeys(text, traits),
    ...findWrittenMail(text),
    ...findIntroduced(text),
    ...findBirthsAbroad(text),
    ...findRelated(text),
    ...findSpecial(text),
    ...findSpokenAbroad(text),
    ...findHandles(text),
    ...findAnnounced(text),
    ...findShaped(text, traits),
    ...findUserNames(text),
    ...(traits.digits === 0 ? [] : findAddresses(text)),
  ];
}
