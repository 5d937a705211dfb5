import ICAL from 'ical.js';
import { eventsOf } from '../../core/export/events.ts';
import { type Day, formatDay } from '../../core/model/values/day.ts';
import type { ExportFormat } from './export-format.ts';

/**
 * A calendar by RFC 5545: an event of a whole day for each date. Their UIDs are made of ids, so a calendar that reads it
 * again updates its events and doubles none; what was cancelled stays in it, as cancelled.
 */
export const exportIcs: ExportFormat = (items, snapshot) => {
  ICAL.foldLength = LONGEST_LINE;
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Milepost//Milepost//EN');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  for (const { uid, day, title, details, isCancelled, tags } of eventsOf(items, snapshot)) {
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', `${uid}@milepost`);
    // The same plan on the same day is the same file, to the byte.
    event.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${formatDay(snapshot.today)}T00:00:00Z`));
    // Rises from day to day: a calendar takes what it is given for newer than what it has.
    event.addPropertyWithValue('sequence', snapshot.today);
    event.addPropertyWithValue('dtstart', dateOf(day));
    event.addPropertyWithValue('dtend', dateOf(day + 1));
    event.addPropertyWithValue('summary', printable(title.replace(/\s+/g, ' ').trim()));
    event.addPropertyWithValue('description', printable(details.join('\n')));
    const categories = new ICAL.Property('categories');
    categories.setValues(tags.map(printable));
    event.addProperty(categories);
    event.addPropertyWithValue('status', isCancelled ? 'CANCELLED' : 'CONFIRMED');
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
};

/** A line has at most 75 octets, and the library does not count the space before one that goes on. */
const LONGEST_LINE = 74;

const dateOf = (day: Day) => ICAL.Time.fromDateString(formatDay(day));

/** Without what no text of a calendar may hold: control characters, and halves of characters. */
const printable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(CONTROLS, '\u{fffd}');

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu;
