// The page that kpi-report --format html fills in.
import {reportOf} from "./data.js";
import {show} from "./report.js";

const report = reportOf(document);
if (report.first) show(report);
else document.getElementById("report").append("This page has no figures yet: kpi-report --format html puts them in.");
