// The report, from the top: what a manager asks first, then question by question, then what it rests on.
import {cautions, header, headline, toActOn} from "./headline.js";
import {tiles} from "./tiles.js";
import {onTrack} from "./targets.js";
import {trends} from "./trend.js";
import {funnel} from "./funnel.js";
import {groups} from "./groups.js";
import {times} from "./times.js";
import {touches} from "./touches.js";
import {hours} from "./hours.js";
import {figures} from "./figures.js";
import {account} from "./account.js";

export const show = (report) => {
  document.title = `Sales report: ${report.first.json.source}`.slice(0, 120);
  const sections = report.first.json.unfit ? [account(report)]
    : [headline(report), toActOn(report), tiles(report), onTrack(report, trends(report)), funnel(report), groups(report), times(report), touches(report), hours(report), figures(report), account(report)];
  document.getElementById("report").replaceChildren(...[header(report), cautions(report), ...sections].filter(Boolean));
};
