/** The address of the page that shows how words are read. */
export const howItReadsHref = "/quality/how-it-reads";
