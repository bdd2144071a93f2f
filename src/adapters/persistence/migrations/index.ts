import { AddWorkspaces1800000000010 } from './add-workspaces.js';
import { CreateStreams1760000000001 } from './create-streams.js';
import { FindReasons1850000000080 } from './find-reasons.js';
import { FindStreams1870000000100 } from './find-streams.js';
import { GuardLogs1850000000070 } from './guard-logs.js';
import { HoldPlansWhole1810000000020 } from './hold-plans-whole.js';
import { KeepAnswers1770000000002 } from './keep-answers.js';
import { KeepCompanies1860000000100 } from './keep-companies.js';
import { KeepDesigns1840000000050 } from './keep-designs.js';
import { KeepMade1870000000110 } from './keep-made.js';
import { KeepOverrides1790000000004 } from './keep-overrides.js';
import { KeepStaffing1820000000030 } from './keep-staffing.js';
import { KnowSessions1850000000060 } from './know-sessions.js';
import { LogStaffing1830000000040 } from './log-staffing.js';
import { LogStanding1780000000003 } from './log-standing.js';
import { SetAside1880000000120 } from './set-aside.js';

/** Every change of the schema, oldest first; the schema version of a database is how many of them it has seen. */
export const MIGRATIONS = [
  CreateStreams1760000000001,
  KeepAnswers1770000000002,
  LogStanding1780000000003,
  KeepOverrides1790000000004,
  AddWorkspaces1800000000010,
  HoldPlansWhole1810000000020,
  KeepStaffing1820000000030,
  LogStaffing1830000000040,
  KeepDesigns1840000000050,
  KnowSessions1850000000060,
  GuardLogs1850000000070,
  FindReasons1850000000080,
  KeepCompanies1860000000100,
  FindStreams1870000000100,
  KeepMade1870000000110,
  SetAside1880000000120,
];

/** Where a database keeps which of them it has seen. */
export const MIGRATIONS_TABLE = 'headwater_migrations';
