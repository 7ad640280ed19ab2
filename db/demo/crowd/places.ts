/**
 * Where the crowd lives. `cost` is what an hour costs there beside the same hour in the United
 * States, roughly; `crowd` how many of 400 come from there, roughly.
 */
export type Place = {
  country: string;
  zone: string;
  /** Languages that people grow up with there. */
  native: readonly string[];
  names: string;
  cost: number;
  crowd: number;
  cities: readonly string[];
};

/** country, clock, languages, lists of names, cost, crowd, cities. */
const ROWS = `
US America/New_York en anglo 1 22 Cleveland, Portland, Tucson, Albany
CA America/Toronto en,fr anglo,french .9 9 Halifax, Winnipeg, Québec
MX America/Mexico_City es spanish .36 9 Puebla, Mérida, Guadalajara
GT America/Guatemala es spanish .28 2 Antigua
CR America/Costa_Rica es spanish .42 3 Heredia
PA America/Panama es spanish .42 2 David
JM America/Jamaica en anglo .34 3 Kingston
DO America/Santo_Domingo es spanish .3 3 Santiago
TT America/Port_of_Spain en anglo,indian .4 2 San Fernando
CO America/Bogota es spanish .3 9 Medellín, Cali
EC America/Guayaquil es spanish .3 3 Cuenca
PE America/Lima es spanish .3 5 Arequipa, Trujillo
BO America/La_Paz es spanish .25 2 Sucre
CL America/Santiago es spanish .45 4 Valparaíso
AR America/Argentina/Buenos_Aires es spanish,italian .33 9 Rosario, Córdoba
UY America/Montevideo es spanish .4 4 Salto, Montevideo
PY America/Asuncion es spanish .26 2 Encarnación
BR America/Sao_Paulo pt lusophone .36 14 Curitiba, Recife, Belo Horizonte
GB Europe/London en anglo .9 11 Leeds, Bristol, Cardiff
IE Europe/Dublin en anglo .95 4 Cork
FR Europe/Paris fr french .9 7 Nantes, Lyon, Lille
ES Europe/Madrid es spanish .7 9 Valencia, Zaragoza, Cádiz
PT Europe/Lisbon pt lusophone .55 7 Porto, Braga
IT Europe/Rome it italian .72 7 Bologna, Bari
DE Europe/Berlin de german 1 8 Leipzig, Bremen, Kassel
AT Europe/Vienna de german .95 3 Graz
CH Europe/Zurich de,fr german,french 1.3 3 Basel
NL Europe/Amsterdam nl german .95 4 Utrecht
BE Europe/Brussels nl,fr french,german .9 3 Gent
DK Europe/Copenhagen da nordic 1.1 3 Aarhus
SE Europe/Stockholm sv nordic 1 4 Uppsala
NO Europe/Oslo no nordic 1.15 3 Bergen
FI Europe/Helsinki fi nordic .95 3 Tampere
IS Atlantic/Reykjavik is nordic 1.1 2 Akureyri
EE Europe/Tallinn et baltic .6 3 Tartu
LV Europe/Riga lv baltic .5 3 Liepāja
LT Europe/Vilnius lt baltic .52 3 Kaunas
PL Europe/Warsaw pl polish .5 10 Łódź, Wrocław
CZ Europe/Prague cs polish .52 4 Brno
SK Europe/Bratislava sk polish .48 3 Košice
HU Europe/Budapest hu hungarian .46 4 Szeged
RO Europe/Bucharest ro romanian .4 9 Cluj, Iași
BG Europe/Sofia bg bulgarian .38 5 Plovdiv
GR Europe/Athens el greek .5 5 Patras, Thessaloniki
RS Europe/Belgrade sr balkan .38 5 Novi Sad
HR Europe/Zagreb hr balkan .5 3 Split
BA Europe/Sarajevo bs balkan .32 2 Mostar
MK Europe/Skopje mk bulgarian .3 2 Bitola
AL Europe/Tirane sq albanian .3 3 Shkodër
MD Europe/Chisinau ro romanian .3 2 Bălți
UA Europe/Kyiv uk ukrainian .36 12 Lviv, Odesa, Kharkiv
GE Asia/Tbilisi ka georgian .3 3 Batumi
AM Asia/Yerevan hy armenian .3 3 Gyumri
TR Europe/Istanbul tr turkish .35 7 Izmir, Bursa
IL Asia/Jerusalem he hebrew .95 3 Haifa
JO Asia/Amman ar arabic .35 4 Irbid
LB Asia/Beirut ar arabic .35 3 Tripoli
AE Asia/Dubai ar arabic,indian .7 3 Sharjah
EG Africa/Cairo ar arabic .2 9 Alexandria, Mansoura
TN Africa/Tunis ar,fr arabic .25 4 Sfax
MA Africa/Casablanca ar,fr arabic .28 5 Fez, Agadir
SN Africa/Dakar fr westafrican .25 2 Thiès
GH Africa/Accra en westafrican .22 5 Kumasi
NG Africa/Lagos en westafrican .2 11 Ibadan, Enugu
CM Africa/Douala fr,en westafrican .22 2 Bamenda
KE Africa/Nairobi en,sw eastafrican .22 9 Mombasa, Kisumu
UG Africa/Kampala en eastafrican .18 3 Jinja
TZ Africa/Dar_es_Salaam sw,en eastafrican .18 3 Arusha
RW Africa/Kigali en,rw eastafrican .2 2 Huye
ET Africa/Addis_Ababa am ethiopian .17 3 Adama
ZM Africa/Lusaka en southafrican .2 2 Ndola
ZA Africa/Johannesburg en southafrican,anglo .36 7 Durban, Bloemfontein
MU Indian/Mauritius en,fr indian,french .32 2 Curepipe
PK Asia/Karachi ur,en pakistani .16 12 Lahore, Multan
IN Asia/Kolkata hi,en indian .18 22 Pune, Kochi, Jaipur, Indore
NP Asia/Kathmandu ne nepali .16 4 Pokhara
BD Asia/Dhaka bn bengali .15 11 Sylhet, Khulna
LK Asia/Colombo si,ta srilankan .2 5 Kandy
TH Asia/Bangkok th thai .32 3 Chiang Mai
VN Asia/Ho_Chi_Minh vi vietnamese .24 8 Da Nang, Huế
PH Asia/Manila en,fil filipino .2 17 Cebu, Davao, Baguio
ID Asia/Jakarta id indonesian .22 8 Bandung, Surabaya
MY Asia/Kuala_Lumpur ms,en malay .32 4 Penang
SG Asia/Singapore en,zh chinese .9 3 Singapore
TW Asia/Taipei zh chinese .55 3 Tainan
KR Asia/Seoul ko korean .75 4 Busan
JP Asia/Tokyo ja japanese .8 6 Sendai, Kobe
KZ Asia/Almaty kk,ru kazakh .3 3 Almaty
MN Asia/Ulaanbaatar mn mongolian .25 2 Darkhan
AU Australia/Sydney en anglo .95 6 Hobart, Perth
NZ Pacific/Auckland en anglo .85 4 Dunedin
FJ Pacific/Fiji en fijian .3 2 Suva`;

export const PLACES: readonly Place[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [country = '', zone = '', native = '', names = '', cost, crowd, ...cities] =
      row.split(' ');
    return {
      country,
      zone,
      native: native.split(','),
      names,
      cost: Number(cost),
      crowd: Number(crowd),
      cities: cities.join(' ').split(', '),
    };
  });

/** The place of a country that is in the list. */
export function placeOf(country: string): Place {
  const place = PLACES.find((one) => one.country === country);
  if (place === undefined) throw new Error(`Nobody of the crowd lives in ${country}`);
  return place;
}
