// SPDX-License-Identifier: MIT

// The queries of bench/duckdb/run by DuckDB, on one thread and on two, held against kpi's answers (the JSON
// file): counts have to be equal; quantiles within 1 % of the exact ones; distinct ids within 5 % by kpi and
// 10 % by DuckDB.

import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const [csv, answers, modules] = process.argv.slice(2);
const {DuckDBInstance} = createRequire(modules + '/')('@duckdb/node-api');
const kpi = JSON.parse(readFileSync(answers));
const db = await (await DuckDBInstance.create(':memory:')).connect();
const rowsOf = async sql => (await db.runAndReadAll(sql)).getRows();

await db.run(`CREATE TABLE events AS SELECT * FROM read_csv('${csv}', columns = {
    second: 'UINTEGER', rep: 'USMALLINT', kind: 'UTINYINT', prospect: 'UINTEGER', elapsed: 'UINTEGER'})`);
const version = (await rowsOf('SELECT version()'))[0][0];

const counts = (name, key, first) => ({
    name,
    sql: `SELECT ${key} AS k, kind, count(*) FROM events GROUP BY k, kind`,
    verify: rows => {
        const theirs = new Array(kpi[name].counts.length).fill(0);
        for (const [k, kind, n] of rows) theirs[(Number(k) - first) * 8 + Number(kind)] = Number(n);
        return theirs.length === kpi[name].counts.length && theirs.every((n, i) => n === kpi[name].counts[i]);
    },
});
const estimates = (name, sql, exact, ourError, theirError) => ({
    name, sql,
    verify: async rows => {
        const truth = (await rowsOf(exact))[0].map(Number);
        const near = (values, error) => values.every((v, i) => Math.abs(Number(v) - truth[i]) <= error * truth[i]);
        return near(kpi[name].values, ourError) && near(rows[0], theirError);
    },
});
const quantiles = f => `SELECT ${[0.5, 0.95, 0.99].map(q => `${f}(elapsed, ${q})`)} FROM events WHERE kind = 2`;
const queries = [
    counts('rep and kind', 'rep', 0),
    counts('rep and kind, by columns', 'rep', 0), // which is how DuckDB keeps them
    counts('minute and kind', 'second // 60', 1200000000 / 60),
    estimates('quantiles', quantiles('approx_quantile'), quantiles('quantile_disc'), 0.01, 0.01),
    estimates('distinct', 'SELECT approx_count_distinct(prospect) FROM events WHERE kind = 0',
        'SELECT count(DISTINCT prospect) FROM events WHERE kind = 0', 0.05, 0.1),
];

const required = {'rep and kind, by columns': 0.12};
let wrong = false;
console.log(`DuckDB ${version}\tkpi, ms\tDuckDB, ms\ton two threads\tkpi / DuckDB\t/ two threads\trequired\t`);
for (const {name, sql, verify} of queries) {
    const least = {};
    for (const threads of [1, 2]) {
        await db.run(`SET threads = ${threads}`);
        if (!await verify(await rowsOf(sql))) {
            console.error(`${name}: kpi and DuckDB do not answer the same`);
            process.exit(1);
        }
        least[threads] = Infinity;
        for (let run = 0; run < 5; ++run) {
            const start = performance.now();
            await db.run(sql);
            least[threads] = Math.min(least[threads], performance.now() - start);
        }
    }
    const mine = kpi[name].seconds * 1000, ratio = mine / least[1], most = required[name];
    const missed = ratio > most;
    wrong ||= missed;
    console.log([name, mine.toFixed(1), least[1].toFixed(1), least[2].toFixed(1), ratio.toFixed(3),
        (mine / least[2]).toFixed(3), most ?? '', most ? (missed ? 'MISSED' : 'met') : ''].join('\t'));
}
console.log(`reading kpi's rows\t${(kpi.reading.seconds * 1000).toFixed(1)}\t\t\t\t\t\t`);
process.exit(wrong ? 1 : 0);
