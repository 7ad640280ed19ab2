/**
 * Glossary. A *file* is what somebody handed over with a *subject*: a project, a proposal, a
 * delivery or a batch. Its bytes lie in the file store under its id; until it is *attached* to a
 * subject only its uploader's party may use it, and after a day it is swept away. The media type
 * follows from the name, never from what the sender claims, and a file is only ever served as a
 * download.
 */
import { refuse } from '#domain/kernel/refusal.ts';

export type SubjectKind = 'project' | 'proposal' | 'delivery' | 'batch';
export type Subject = { kind: SubjectKind; id: string };

export const FILE_LIMITS = {
  perSubject: 10,
  nameChars: 200,
  sizeBytes: 25 * 1024 * 1024,
  /** Of a sheet of tasks or decisions: a million short rows, or a hundred thousand long ones. */
  sheetBytes: 100 * 1024 * 1024,
  /** How long a file may wait for its subject, in hours. */
  unattachedHours: 24,
  /** How many files of one party may wait at once. */
  unattached: 60,
} as const;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  heic: 'image/heic',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  svg: 'image/svg+xml',
  psd: 'image/vnd.adobe.photoshop',
  ai: 'application/postscript',
  eps: 'application/postscript',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  jsonl: 'application/jsonl',
  ndjson: 'application/x-ndjson',
  xml: 'application/xml',
  rtf: 'application/rtf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  zip: 'application/zip',
  '7z': 'application/x-7z-compressed',
  gz: 'application/gzip',
  tgz: 'application/gzip',
  dwg: 'image/vnd.dwg',
  dxf: 'image/vnd.dxf',
  dgn: 'image/vnd.dgn',
  step: 'model/step',
  stp: 'model/step',
  iges: 'model/iges',
  igs: 'model/iges',
  stl: 'model/stl',
  obj: 'model/obj',
  ifc: 'application/x-step',
  skp: 'application/vnd.sketchup.skp',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
};

/** The endings that may be sent, for the `accept` attribute of a field and for its hint. */
export const ALLOWED_ENDINGS: readonly string[] = Object.keys(MEDIA_TYPES);

/** The media type of a file by the ending of its name. Refuses `file_type_refused` off the list. */
export function mediaTypeOf(name: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const mediaType = Object.hasOwn(MEDIA_TYPES, ending) ? MEDIA_TYPES[ending] : undefined;
  return mediaType ?? refuse('file_type_refused', { name: name.slice(-60), ending }, 'files');
}

/** The name without folders, control characters and marks that turn the reading direction. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '');
  const trimmed = plain.normalize('NFC').trim().replace(/^\.+/, '');
  const ending = /\.[a-z0-9]{1,5}$/i.exec(trimmed)?.[0] ?? '';
  const stem = [...trimmed.slice(0, trimmed.length - ending.length)];
  return `${stem.slice(0, FILE_LIMITS.nameChars - ending.length).join('') || 'file'}${ending}`;
}
