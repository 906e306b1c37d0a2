/** Half a sentence, as it stands behind a colon, as a whole one. */
export function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/**
 * Quotes as a typesetter sets them. For prose only: in code they mean something.
 * @param isInside whether something stands right before the text, e.g. a word in italics
 */
export function typeset(text: string, isInside = false): string {
  return text.replaceAll(/["']/g, (mark, at: number) => {
    const opens = at === 0 ? !isInside : /[\s([–]/.test(text.charAt(at - 1));
    if (mark === '"') return opens ? '“' : '”';
    return opens ? '‘' : '’';
  });
}
