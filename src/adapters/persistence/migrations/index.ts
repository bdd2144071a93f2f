import { AddWorkspaces1800000000010 } from './add-workspaces.js';
import { CreateStreams1760000000001 } from './create-streams.js';
import { HoldPlansWhole1810000000020 } from './hold-plans-whole.js';
import { KeepAnswers1770000000002 } from './keep-answers.js';
import { KeepOverrides1790000000004 } from './keep-overrides.js';
import { KeepStaffing1820000000030 } from './keep-staffing.js';
import { LogStanding1780000000003 } from './log-standing.js';

/** Every change of the schema, oldest first; the schema version of a database is how many of them it has seen. */
export const MIGRATIONS = [
  CreateStreams1760000000001,
  KeepAnswers1770000000002,
  LogStanding1780000000003,
  KeepOverrides1790000000004,
  AddWorkspaces1800000000010,
  HoldPlansWhole1810000000020,
  KeepStaffing1820000000030,
];

/** Where a database keeps which of them it has seen. */
export const MIGRATIONS_TABLE = 'headwater_migrations';
