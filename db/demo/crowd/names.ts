/**
 * Given and family names, by where people are called so. They are combined freely: whoever has such
 * a name in the world is not meant. A list in another script stands beside the Latin one.
 */
import type { Random } from './random.ts';

const LISTS: Record<string, readonly [given: string, family: string]> = {
  anglo: [
    'Ada Bryn Callum Dora Ewan Faye Gareth Hollis Imogen Jonah Keira Lowell Maeve Nolan Orla Perry',
    'Ashdown Birchall Cotter Dunmore Ellery Farrow Garside Holloway Ingham Kershaw Lockwood Marlow',
  ],
  french: [
    'Agathe Bastien Céline Damien Élodie Fabrice Gaëlle Hugo Inès Joël Lucie Maëlle Quentin Solène',
    'Aubry Besson Charpentier Delmas Fontanel Garnier Jourdain Lacroix Mercier Perrin Rivière Vasseur',
  ],
  spanish: [
    'Alba Bruno Carmen Damián Elisa Fermín Graciela Iván Jimena Leandro Marisol Nicolás Olga Rocío',
    'Aguilar Barrios Cordero Duarte Escobar Fuentes Galindo Ibarra Linares Montoya Quiroga Salcedo',
  ],
  lusophone: [
    'Afonso Beatriz Caio Débora Eduardo Filipa Gonçalo Heloísa Inácio Joana Luana Mateus Renata Tomé',
    'Abrantes Barroso Cardoso Duarte Esteves Figueira Guedes Lacerda Moreira Pacheco Queirós Teixeira',
  ],
  italian: [
    'Agnese Bruno Chiara Dario Elisa Fabio Ginevra Ivo Livia Matteo Noemi Ottavia Piero Serena',
    'Amadori Bellini Carrara Donati Fabbri Grimaldi Lombardi Marchetti Orsini Pellegrini Sartori Valli',
  ],
  german: [
    'Anke Bernd Carla Detlef Elke Falk Greta Henrik Ines Jonas Katrin Lasse Mareike Nils Silke Uwe',
    'Albers Brinkmann Dorn Eichler Falkner Gerlach Hartwig Jansen Kessler Lindner Moser Reinhardt',
  ],
  nordic: [
    'Aino Birger Dagny Eero Frida Gunnar Hilde Ingrid Jarl Kaisa Lars Maren Nanna Oskar Signe Tuva',
    'Aalto Bergström Dahlgren Eriksen Fjeld Haugen Korhonen Lindholm Mikkelsen Nyström Salonen Thorsen',
  ],
  baltic: [
    'Agnė Dainis Eglė Gints Ilze Jonas Kärt Liisa Mantas Rasa Signe Tanel Urmas Vaiva',
    'Balodis Jansons Kask Kazlauskas Lepik Ozols Petrauskas Rebane Saar Tamm Vaitkus Zarins',
  ],
  polish: [
    'Agata Bartosz Celina Dominik Ewelina Filip Halina Igor Jitka Kamil Lucie Marek Oldřich Zuzana',
    'Bielak Czerny Dąbek Horák Jasiński Kowalczyk Lisowski Mazurek Novotný Pokorný Sikora Zelenka',
  ],
  hungarian: [
    'Ágnes Balázs Csilla Dániel Emese Gergő Ildikó Katalin Levente Réka Tamás Zsófia',
    'Balogh Csonka Fekete Halász Juhász Kelemen Lukács Orosz Pásztor Sipos Takács Vörös',
  ],
  romanian: [
    'Adina Bogdan Corina Dragoș Elena Florin Gabriela Horia Ileana Liviu Mihaela Radu Simona Tudor',
    'Albu Bratu Cojocaru Dobre Enache Florescu Grigore Lupu Munteanu Neagu Rusu Stănescu Toma Vlad',
  ],
  bulgarian: [
    'Ana Boyan Desislava Emil Gergana Kiril Milena Nikola Petya Rumen Stoyan Violeta',
    'Angelov Bozhinov Dimitrov Ganchev Iliev Kolev Marinov Nedelkov Popov Stankov Todorov Vasilev',
  ],
  bulgarianOwn: [
    'Ана Боян Десислава Емил Гергана Кирил Милена Никола Петя Румен Стоян Виолета',
    'Ангелов Божинов Димитров Ганчев Илиев Колев Маринов Неделков Попов Станков Тодоров Василев',
  ],
  ukrainian: [
    'Alina Bohdan Daryna Fedir Halyna Ihor Kateryna Lesia Maksym Nazar Oksana Roman Solomiia Taras',
    'Andriienko Bondar Chornyi Dovhan Hrytsenko Kravets Lytvyn Moroz Panchuk Romaniuk Savchuk Tkach',
  ],
  ukrainianOwn: [
    'Аліна Богдан Дарина Федір Галина Ігор Катерина Леся Максим Назар Оксана Роман Соломія Тарас',
    'Андрієнко Бондар Довгань Гриценко Кравець Литвин Мороз Панчук Романюк Савчук Ткач Шевчук',
  ],
  greek: [
    'Anna Dimitris Eleni Foteini Giorgos Ilias Katerina Manolis Nefeli Petros Sofia Vasilis',
    'Alexiou Doukas Floros Galanis Kalogeras Lekkas Makris Pappas Rigas Samaras Vlachos Zervas',
  ],
  greekOwn: [
    'Άννα Δημήτρης Ελένη Φωτεινή Γιώργος Ηλίας Κατερίνα Μανώλης Νεφέλη Πέτρος Σοφία Βασίλης',
    'Αλεξίου Δούκας Φλώρος Γαλάνης Καλογεράς Λέκκας Μακρής Παππάς Ρήγας Σαμαράς Βλάχος Ζέρβας',
  ],
  balkan: [
    'Ajla Bojan Darija Emir Goran Ivana Jelena Luka Mirela Nikola Petra Senad Tijana Vesna',
    'Babić Delić Filipović Grubač Hadžić Jurić Kovač Lukić Marić Novak Perić Radić Simić Tomić',
  ],
  albanian: [
    'Arben Besa Dritan Elira Fatos Gentiana Ilir Lule Mirjeta Skënder',
    'Berisha Dervishi Gjoka Hoxhaj Kola Leka Marku Prifti Shehu Zeqiri',
  ],
  georgian: [
    'Ana Davit Eka Giorgi Irakli Ketevan Levan Mariam Nino Tamar',
    'Abashidze Beridze Gelashvili Japaridze Kiknadze Lomidze Maisuradze Tsiklauri',
  ],
  armenian: [
    'Ani Aram Davit Gohar Hayk Lilit Mariam Narek Siranush Tigran',
    'Avetisyan Galstyan Hakobyan Karapetyan Manukyan Petrosyan Sahakyan Vardanyan',
  ],
  turkish: [
    'Ayla Barış Ceren Deniz Ece Fırat Gizem Hakan İpek Kerem Leyla Murat Nazlı Selin Tolga',
    'Akın Bulut Çelik Doğan Ercan Güneş Karaca Öztürk Polat Şahin Taşkın Uysal Yalçın',
  ],
  hebrew: [
    'Amit Dana Eitan Gali Liora Noam Omer Shira Tal Yael',
    'Alon Barak Dror Golan Harel Katz Lavi Peled Sela',
  ],
  arabic: [
    'Amal Bilal Dalia Faris Ghada Hatem Iman Karim Lina Mazen Nadia Omar Rania Samir Yasmin Ziad',
    'Abbas Badran Darwish Fakhoury Haddad Khalil Mansour Nasser Qasim Rahal Saleh Tawfik Younes Zaki',
  ],
  arabicOwn: [
    'أمل بلال داليا فارس غادة حاتم إيمان كريم لينا مازن نادية عمر رانيا سمير ياسمين زياد',
    'عباس بدران درويش فاخوري حداد خليل منصور ناصر قاسم رحال صالح توفيق يونس زكي',
  ],
  westafrican: [
    'Abena Bola Chinedu Efua Folake Ifeanyi Kwabena Kofi Mariama Ngozi Ousmane Sade Tunde Yaa Zainab',
    'Adeyemi Agyeman Bello Diallo Eze Fofanah Ibe Mensah Ndiaye Nwosu Okonkwo Owusu Sarr Tetteh',
  ],
  eastafrican: [
    'Achieng Baraka Eshe Grace Juma Kamau Lulu Mutoni Neema Otieno Rehema Samuel Wanjiru Zawadi',
    'Kagame Kimani Kiprop Makena Mugisha Mwangi Nakato Njoroge Odhiambo Okello Uwimana Wambui',
  ],
  ethiopian: [
    'Abebe Bethlehem Dawit Hanna Kidist Mekdes Selam Tesfaye Yonas',
    'Alemu Bekele Desta Girma Haile Lemma Tadesse Worku',
  ],
  southafrican: [
    'Anele Busi Chipo Dumisani Kagiso Lerato Mandla Naledi Sipho Thandi Vusi Zodwa',
    'Banda Dlamini Khumalo Mokoena Mwale Ndlovu Phiri Sithole Tembo van Wyk Zulu',
  ],
  pakistani: [
    'Amina Bilal Danish Fatima Hamza Iqra Junaid Kiran Maham Nabeel Rabia Saad Usman Zara',
    'Ansari Baig Chaudhry Farooqi Gilani Hashmi Javed Mirza Niazi Qureshi Sheikh Tariq',
  ],
  indian: [
    'Aarav Bhavna Chetan Divya Esha Farhan Gauri Harish Ishita Jatin Kavya Lalit Meera Nikhil Pooja',
    'Agarwal Bhat Chopra Desai Gokhale Iyer Joshi Kulkarni Mehta Nair Pillai Rao Shetty Trivedi',
  ],
  indianOwn: [
    'आरव भावना चेतन दिव्या ईशा गौरी हरीश इशिता जतिन काव्या ललित मीरा निखिल पूजा',
    'अग्रवाल भट चोपड़ा देसाई गोखले जोशी कुलकर्णी मेहता राव शेट्टी त्रिवेदी वर्मा',
  ],
  nepali: [
    'Anish Bimala Deepak Gita Kiran Laxmi Prakash Sabina Sunil',
    'Adhikari Basnet Gurung Karki Rai Shrestha Tamang Thapa',
  ],
  nepaliOwn: [
    'अनिश विमला दीपक गीता किरण लक्ष्मी प्रकाश सबिना सुनिल',
    'अधिकारी बस्नेत गुरुङ कार्की राई श्रेष्ठ तामाङ थापा',
  ],
  bengali: [
    'Anika Bashir Farzana Habib Jannat Kamal Laila Mahmud Nasrin Rafiq Sadia Tanvir',
    'Ahmed Biswas Chowdhury Das Haque Islam Karim Mondal Rahman Sarkar Sultana Talukder',
  ],
  srilankan: [
    'Amaya Chathura Dilani Kasun Malini Nuwan Ruwan Sanduni',
    'Bandara Fernando Herath Jayasinghe Perera Rajapaksa Silva',
  ],
  thai: [
    'Anong Chai Kanya Malee Niran Ploy Somchai Wanida',
    'Boonmee Chaiyasit Kittisak Rattana Saetang Thongchai',
  ],
  vietnamese: [
    'An Bình Chi Dũng Giang Hạnh Khánh Linh Minh Ngọc Phương Quân Thảo Vy',
    'Bùi Đặng Đỗ Hồ Lâm Lê Ngô Nguyễn Phạm Phan Trần Vũ',
  ],
  filipino: [
    'Angelo Bea Carlo Divina Efren Fely Gino Hazel Isagani Joy Kristel Liza Marvin Nenita Paolo Rowena',
    'Abad Bautista Castillo Dizon Evangelista Flores Guevarra Hilario Ilagan Lacson Manalo Navarro Ramos',
  ],
  indonesian: [
    'Agus Bayu Citra Dewi Eko Fitri Gilang Indah Joko Kartika Lestari Nur Putri Rizky',
    'Gunawan Halim Kusuma Lubis Nasution Pratama Rahayu Santoso Setiawan Siregar Wijaya',
  ],
  malay: [
    'Aisyah Chong Farid Hui Min Izzat Kavitha Nurul Siti Wei',
    'Abdullah Ibrahim Lim Rahim Subramaniam Tan Yusof Zainal',
  ],
  chinese: [
    'Chia-ling Hao Jing Kai Mei Ming Shu-fen Wen Xin Yu',
    'Chang Chen Goh Huang Koh Lee Lin Wu Yang Zhang',
  ],
  korean: [
    'Ara Bora Dong-hyun Eun-ji Ha-neul Ji-woo Min-jun Seo-yeon',
    'Bae Cho Hwang Jung Kang Kim Park Shin Yoon',
  ],
  japanese: [
    'Akari Daichi Emi Haruto Kenta Mio Naoko Ryota Sakura Takumi Yui Yuki',
    'Aoki Fujita Hayashi Ishikawa Kojima Matsuda Nakano Ogawa Sakai Tanabe Ueda Yamane',
  ],
  japaneseOwn: [
    'あかり 大地 恵美 陽斗 健太 澪 直子 涼太 さくら 匠 結衣 由紀',
    '青木 藤田 林 石川 小島 松田 中野 小川 酒井 田辺 上田 山根',
  ],
  kazakh: [
    'Aigerim Bolat Dana Erlan Madina Nurlan Saule Timur',
    'Abenov Bekova Iskakov Nurpeisov Ospanova Sadykov',
  ],
  kazakhOwn: [
    'Әйгерім Болат Дана Ерлан Мәдина Нұрлан Сәуле Тимур',
    'Әбенов Бекова Ысқақов Нұрпейісов Оспанова Садықов',
  ],
  mongolian: ['Anu Bat Enkhtuya Ganzorig Oyuun Saran Temuulen', 'Baatar Dorj Ganbold Munkh Sukh'],
  fijian: ['Adi Jone Litia Mere Sera Timoci', 'Kumar Naidu Ratuva Tamani Vakaloloma'],
};

/** Family names first, as they stand there on a door. */
const FAMILY_FIRST = new Set(['hungarian', 'vietnamese', 'korean', 'japaneseOwn', 'chinese']);

export type DrawnName = { name: string; ownScript: boolean };

/** A name as people of these lists have it, sometimes in their own script. */
export function drawName(random: Random, lists: string): DrawnName {
  const list = random.pick(lists.split(','));
  const ownScript = LISTS[`${list}Own`] !== undefined && random.chance(0.3);
  const key = ownScript ? `${list}Own` : list;
  const [given = '', family = ''] = LISTS[key] ?? [];
  if (given === '') throw new Error(`There are no names in ${key}`);
  const first = random.pick(given.split(' '));
  const last = random.pick(family.replaceAll('van Wyk', 'van\u00a0Wyk').split(' '));
  const name = FAMILY_FIRST.has(key) ? `${last} ${first}` : `${first} ${last}`;
  return { name: name.replaceAll('\u00a0', ' '), ownScript };
}
