// Days in texts for people, as the household's region writes them. Nothing here knows of a page.

/** Writes days, YYYY-MM-DD, and months, YYYY-MM, by a pattern of d, dd, M, MM, yyyy and what stands between them; any other text stays as it is. */
export function dayFormat(pattern) {
  const months = pattern?.replace(/[^yMd]*d+[^yMd]*$|d+[^yMd]*/, '');
  return text => {
    const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
    if (!found || !pattern) {
      return text;
    }
    const [, year, month, day] = found;
    const parts = { yyyy: year, MM: month, M: String(Number(month)), dd: day, d: String(Number(day)) };
    return (day === undefined ? months : pattern).replace(/yyyy|MM?|dd?/g, part => parts[part]);
  };
}
