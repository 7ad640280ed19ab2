/**
 * Record: what a member did here, signed by the marketplace so that anyone can check it offline
 * with the published key, also when the marketplace is gone. Key: what signs; its public part is
 * published for ever at /.well-known/jwks.json.
 */
import type { ScoreSide } from './quality-score.ts';

/** A signing key as it is stored; the private part is sealed with the installation's secret. */
export type SealedKey = {
  id: string;
  publicJwk: { [name: string]: string };
  privateSealed: string;
};

/** Makes keys and signs; it holds the secret, and the commands do not. */
export type RecordSigner = {
  makeKey(): Promise<SealedKey>;
  /** A compact JWS over this text; null when the key does not open. */
  sign(key: SealedKey, payload: string): Promise<string | null>;
};

/** What the owner shows of it: all, or a part that says that it is one. */
export type RecordSelection = {
  side: ScoreSide;
  /** Only contracts that ended on this day or later, such as 2026-01-01. */
  since?: string | undefined;
  category?: string | undefined;
};

export type RecordOutcome = {
  contract_id: string;
  category: string;
  category_name: string;
  signed_at: string | null;
  ended_at: string;
  paid: { amount: string; currency: string };
  /** Null where none were given, or an operator hid them. */
  stars: number | null;
  /** Milestones delivered in time ÷ those with a due day. */
  on_time: { part: number; whole: number } | null;
  /** An organization's name; a person stays "a client" or "a freelancer". */
  counterparty: string;
};

/**
 * Small tasks, in sums over all clients up to `as_of`: they are too many to be listed. The rate is
 * a share of what was decided, null before that; hours are those of measured activity.
 */
export type RecordTasks = {
  submitted: number;
  approved: number;
  rejected: number;
  approval_rate: number | null;
  active_hours: number;
  as_of: string;
};

/** The signed text, as JSON. `iss`, `sub` and `iat` are those of RFC 7519. */
export type RecordPayload = {
  iss: string;
  sub: string;
  iat: number;
  name: string;
  side: ScoreSide;
  score: {
    value: number;
    low: number;
    high: number;
    contracts: number;
    as_of: string;
    formula: number;
  } | null;
  selection: { since: string | null; category: string | null; shown: number; of: number };
  outcomes: RecordOutcome[];
  /** Null where none were handed in, on the client's side, and in a record of a part. */
  tasks: RecordTasks | null;
};
