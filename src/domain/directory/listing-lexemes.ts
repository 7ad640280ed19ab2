/** What a listing is filed under besides its words: whole facts, beside them in one index. */

export type Exact = {
  categories?: readonly string[];
  skills?: readonly string[];
  languages?: readonly string[];
  /** Countries and regions. */
  places?: readonly string[];
};

/** The words of the index that stand for these facts. No word of a text begins with @. */
export function exactLexemes(facts: Exact): string[] {
  const { categories = [], skills = [], languages = [], places = [] } = facts;
  return [
    ...categories.map((slug) => `@category:${slug}`),
    ...skills.map((slug) => `@skill:${slug}`),
    ...languages.map((code) => `@language:${code}`),
    ...places.map((place) => `@place:${place}`),
  ];
}

/** A lexeme as a tsquery writes it. */
export function quotedLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
