/**
 * Every text of the web door, in English, one file per noun. A page takes its words from here and
 * nowhere else, so that another language is another object of this type.
 */
import { failure } from './failure.ts';
import { fees } from './fees.ts';
import { form } from './form.ts';
import { kit } from './kit.ts';
import { landing } from './landing.ts';
import { parts } from './parts.ts';
import { site } from './site.ts';
import { states } from './states.ts';

export const text = { failure, fees, form, kit, landing, parts, site, states };

export type Catalogue = typeof text;
