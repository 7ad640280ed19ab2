/**
 * Every country's region and the clock that most of it keeps. Regions are the continents of
 * countries-list, but Russia counts to Europe, where most of it lives and its clock stands (as in
 * UN M49). A country with several clocks is given the one of its largest places of work.
 * A table and not the packages, which say more and weigh 2 MB in memory; a test compares them.
 */
export const COUNTRY_PLACES = {
  africa: `
    AO Africa/Luanda, BF Africa/Ouagadougou, BI Africa/Bujumbura, BJ Africa/Porto-Novo,
    BW Africa/Gaborone, CD Africa/Kinshasa, CF Africa/Bangui, CG Africa/Brazzaville,
    CI Africa/Abidjan, CM Africa/Douala, CV Atlantic/Cape_Verde, DJ Africa/Djibouti,
    DZ Africa/Algiers, EG Africa/Cairo, EH Africa/El_Aaiun, ER Africa/Asmara,
    ET Africa/Addis_Ababa, GA Africa/Libreville, GH Africa/Accra, GM Africa/Banjul,
    GN Africa/Conakry, GQ Africa/Malabo, GW Africa/Bissau, KE Africa/Nairobi, KM Indian/Comoro,
    LR Africa/Monrovia, LS Africa/Maseru, LY Africa/Tripoli, MA Africa/Casablanca,
    MG Indian/Antananarivo, ML Africa/Bamako, MR Africa/Nouakchott, MU Indian/Mauritius,
    MW Africa/Blantyre, MZ Africa/Maputo, NA Africa/Windhoek, NE Africa/Niamey, NG Africa/Lagos,
    RE Indian/Reunion, RW Africa/Kigali, SC Indian/Mahe, SD Africa/Khartoum,
    SH Atlantic/St_Helena, SL Africa/Freetown, SN Africa/Dakar, SO Africa/Mogadishu,
    SS Africa/Juba, ST Africa/Sao_Tome, SZ Africa/Mbabane, TD Africa/Ndjamena, TG Africa/Lome,
    TN Africa/Tunis, TZ Africa/Dar_es_Salaam, UG Africa/Kampala, YT Indian/Mayotte,
    ZA Africa/Johannesburg, ZM Africa/Lusaka, ZW Africa/Harare`,
  asia: `
    AE Asia/Dubai, AF Asia/Kabul, AM Asia/Yerevan, AZ Asia/Baku, BD Asia/Dhaka, BH Asia/Bahrain,
    BN Asia/Brunei, BT Asia/Thimphu, CC Indian/Cocos, CN Asia/Shanghai, CX Indian/Christmas,
    GE Asia/Tbilisi, HK Asia/Hong_Kong, ID Asia/Jakarta, IL Asia/Jerusalem, IN Asia/Kolkata,
    IO Indian/Chagos, IQ Asia/Baghdad, IR Asia/Tehran, JO Asia/Amman, JP Asia/Tokyo,
    KG Asia/Bishkek, KH Asia/Phnom_Penh, KP Asia/Pyongyang, KR Asia/Seoul, KW Asia/Kuwait,
    KZ Asia/Almaty, LA Asia/Vientiane, LB Asia/Beirut, LK Asia/Colombo, MM Asia/Yangon,
    MN Asia/Ulaanbaatar, MO Asia/Macau, MV Indian/Maldives, MY Asia/Kuala_Lumpur,
    NP Asia/Kathmandu, OM Asia/Muscat, PH Asia/Manila, PK Asia/Karachi, PS Asia/Hebron,
    QA Asia/Qatar, SA Asia/Riyadh, SG Asia/Singapore, SY Asia/Damascus, TH Asia/Bangkok,
    TJ Asia/Dushanbe, TM Asia/Ashgabat, TR Europe/Istanbul, TW Asia/Taipei, UZ Asia/Tashkent,
    VN Asia/Ho_Chi_Minh, YE Asia/Aden`,
  europe: `
    AD Europe/Andorra, AL Europe/Tirane, AT Europe/Vienna, AX Europe/Mariehamn,
    BA Europe/Sarajevo, BE Europe/Brussels, BG Europe/Sofia, BY Europe/Minsk, CH Europe/Zurich,
    CY Asia/Nicosia, CZ Europe/Prague, DE Europe/Berlin, DK Europe/Copenhagen, EE Europe/Tallinn,
    ES Europe/Madrid, FI Europe/Helsinki, FO Atlantic/Faroe, FR Europe/Paris, GB Europe/London,
    GG Europe/Guernsey, GI Europe/Gibraltar, GR Europe/Athens, HR Europe/Zagreb,
    HU Europe/Budapest, IE Europe/Dublin, IM Europe/Isle_of_Man, IS Atlantic/Reykjavik,
    IT Europe/Rome, JE Europe/Jersey, LI Europe/Vaduz, LT Europe/Vilnius, LU Europe/Luxembourg,
    LV Europe/Riga, MC Europe/Monaco, MD Europe/Chisinau, ME Europe/Podgorica, MK Europe/Skopje,
    MT Europe/Malta, NL Europe/Amsterdam, NO Europe/Oslo, PL Europe/Warsaw, PT Europe/Lisbon,
    RO Europe/Bucharest, RS Europe/Belgrade, RU Europe/Moscow, SE Europe/Stockholm,
    SI Europe/Ljubljana, SJ Arctic/Longyearbyen, SK Europe/Bratislava, SM Europe/San_Marino,
    UA Europe/Kyiv, VA Europe/Vatican, XK Europe/Belgrade`,
  'north-america': `
    AG America/Antigua, AI America/Anguilla, AW America/Aruba, BB America/Barbados,
    BL America/St_Barthelemy, BM Atlantic/Bermuda, BQ America/Kralendijk, BS America/Nassau,
    BZ America/Belize, CA America/Toronto, CR America/Costa_Rica, CU America/Havana,
    CW America/Curacao, DM America/Dominica, DO America/Santo_Domingo, GD America/Grenada,
    GL America/Nuuk, GP America/Guadeloupe, GT America/Guatemala, HN America/Tegucigalpa,
    HT America/Port-au-Prince, JM America/Jamaica, KN America/St_Kitts, KY America/Cayman,
    LC America/St_Lucia, MF America/Marigot, MQ America/Martinique, MS America/Montserrat,
    MX America/Mexico_City, NI America/Managua, PA America/Panama, PM America/Miquelon,
    PR America/Puerto_Rico, SV America/El_Salvador, SX America/Lower_Princes,
    TC America/Grand_Turk, TT America/Port_of_Spain, US America/New_York, VC America/St_Vincent,
    VG America/Tortola, VI America/St_Thomas`,
  'south-america': `
    AR America/Argentina/Buenos_Aires, BO America/La_Paz, BR America/Sao_Paulo,
    CL America/Santiago, CO America/Bogota, EC America/Guayaquil, FK Atlantic/Stanley,
    GF America/Cayenne, GY America/Guyana, PE America/Lima, PY America/Asuncion,
    SR America/Paramaribo, UY America/Montevideo, VE America/Caracas`,
  oceania: `
    AS Pacific/Pago_Pago, AU Australia/Sydney, CK Pacific/Rarotonga, FJ Pacific/Fiji,
    FM Pacific/Pohnpei, GU Pacific/Guam, KI Pacific/Tarawa, MH Pacific/Majuro, MP Pacific/Saipan,
    NC Pacific/Noumea, NF Pacific/Norfolk, NR Pacific/Nauru, NU Pacific/Niue,
    NZ Pacific/Auckland, PF Pacific/Tahiti, PG Pacific/Port_Moresby, PN Pacific/Pitcairn,
    PW Pacific/Palau, SB Pacific/Guadalcanal, TK Pacific/Fakaofo, TL Asia/Dili,
    TO Pacific/Tongatapu, TV Pacific/Funafuti, UM Pacific/Wake, VU Pacific/Efate,
    WF Pacific/Wallis, WS Pacific/Apia`,
  antarctica: `
    AQ Antarctica/McMurdo, BV Atlantic/South_Georgia, GS Atlantic/South_Georgia,
    HM Indian/Kerguelen, TF Indian/Kerguelen`,
} as const;
