// @ts-check
import "./contact/element.js";
import { beginSearch } from "./open.js";
import { beginOverhearing } from "./overhear.js";
import { begin } from "./page.js";

begin();
beginOverhearing();
beginSearch();
