/**
 * With more traces of one session id nothing is inherited across them: the exporter uses one id for all sessions. A
 * long conversation with a trace per turn has some hundreds.
 */
export const sessionTracesMax = 1000;

/**
 * With more cases of one customer id none is linked: the exporter uses one id for unknown customers. A case a day
 * would take three years.
 */
export const customerCasesMax = 1000;
