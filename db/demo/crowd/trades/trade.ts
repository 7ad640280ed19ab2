/** What people of one category say of themselves, and what they are asked for. */
export type Trade = {
  category: string;
  /** What an hour costs in the United States, in dollars, roughly. */
  usRate: number;
  roles: string[];
  /** Whom it is for. */
  fields: string[];
  /** What one gets, in the plural. */
  wares: string[];
  /** Sentences of their own. */
  lines: string[];
  /** Titles of projects. */
  jobs: string[];
};

const PARTS = { r: 'roles', f: 'fields', w: 'wares', l: 'lines', j: 'jobs' } as const;

/**
 * Reads trades from text, one paragraph each: category and rate, then rows that begin with r, f, w,
 * j (several things, parted by semicolons) or l (one sentence).
 */
export function readTrades(text: string): Trade[] {
  return text
    .trim()
    .split('\n\n')
    .map((paragraph) => {
      const [head = '', ...rows] = paragraph.split('\n');
      const [category = '', usRate] = head.split(' ');
      const trade: Trade = { ...nothing(), category, usRate: Number(usRate) };
      for (const row of rows) {
        const part = PARTS[row.charAt(0) as keyof typeof PARTS];
        const says = row.slice(2).trim();
        trade[part].push(...(part === 'lines' ? [says] : says.split('; ')));
      }
      return trade;
    });
}

function nothing(): Omit<Trade, 'category' | 'usRate'> {
  return { roles: [], fields: [], wares: [], lines: [], jobs: [] };
}
