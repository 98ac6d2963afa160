// @ts-check
import "./contact/element.js";
import { begin } from "./page.js";

begin();
