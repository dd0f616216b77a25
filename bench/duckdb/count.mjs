// SPDX-License-Identifier: MIT

// Counts a log by rep and kind with DuckDB, on so many threads: prints the seconds that it took.

import {createRequire} from 'node:module';

const [csv, threads, modules] = process.argv.slice(2);
const {DuckDBInstance} = createRequire(modules + '/')('@duckdb/node-api');
const db = await (await DuckDBInstance.create(':memory:', {threads})).connect();
const start = performance.now();
await db.runAndReadAll(`SELECT rep, kind, count(*) FROM read_csv('${csv}') GROUP BY ALL`);
console.log((performance.now() - start) / 1000);
