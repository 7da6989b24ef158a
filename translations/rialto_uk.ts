<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="en">
<context>
    <name>Appearance</name>
    <message>
        <source>As the system</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Світла</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темна</translation>
    </message>
</context>
<context>
    <name>Cache</name>
    <message numerus="yes">
        <source>It was set aside and is fetched anew; %n unsent change(s) were kept.</source>
        <translation>
            <numerusform>Її відкладено, вона завантажується наново; збережено %n ненадіслану зміну.</numerusform>
            <numerusform>Її відкладено, вона завантажується наново; збережено %n ненадіслані зміни.</numerusform>
            <numerusform>Її відкладено, вона завантажується наново; збережено %n ненадісланих змін.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is kept when the program ends.</source>
        <translation>Після закриття програми нічого не збережеться.</translation>
    </message>
</context>
<context>
    <name>ChatFetcher</name>
    <message>
        <source>This message is not there any more.</source>
        <translation>Цього повідомлення більше немає.</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The local copy of the data is damaged.</source>
        <translation>Локальну копію даних пошкоджено.</translation>
    </message>
    <message>
        <source>The local copy of the data cannot be used: %1</source>
        <translation>Локальну копію даних не можна використати: %1</translation>
    </message>
    <message>
        <source>A newer version of Rialto wrote the local data.</source>
        <translation>Локальні дані записано новішою версією Rialto.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server did not accept a value. Check what you typed.</source>
        <translation>Сервер не прийняв значення. Перевірте, що ви ввели.</translation>
    </message>
    <message>
        <source>The server did not understand the request. Update Rialto and try again.</source>
        <translation>Сервер не зрозумів запит. Оновіть Rialto і спробуйте ще раз.</translation>
    </message>
    <message>
        <source>You are not signed in any more. Sign in again.</source>
        <translation>Ви більше не в системі. Увійдіть знову.</translation>
    </message>
    <message>
        <source>Your account may not do this. Ask an administrator.</source>
        <translation>Вашому обліковому запису це не дозволено. Зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>Цього більше немає.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Look at it again and repeat your change.</source>
        <translation>Хтось змінив це тим часом. Перегляньте ще раз і повторіть зміну.</translation>
    </message>
    <message>
        <source>This is too large for the server. Send less at once.</source>
        <translation>Це завелике для сервера. Надішліть меншими частинами.</translation>
    </message>
    <message>
        <source>That was too fast. Wait a moment and try again.</source>
        <translation>Занадто швидко. Зачекайте трохи і спробуйте ще раз.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the address and the network, then try again.</source>
        <translation>Сервер недоступний. Перевірте адресу й мережу та спробуйте ще раз.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full; nothing was saved. Tell an administrator.</source>
        <translation>На диску сервера немає місця, нічого не збережено. Повідомте адміністратора.</translation>
    </message>
    <message numerus="yes">
        <source>That was too fast. Try again in %n second(s).</source>
        <translation>
            <numerusform>Занадто швидко. Спробуйте через %n секунду.</numerusform>
            <numerusform>Занадто швидко. Спробуйте через %n секунди.</numerusform>
            <numerusform>Занадто швидко. Спробуйте через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>This message is empty or too long. Send it in parts.</source>
        <translation>Повідомлення порожнє або задовге. Надішліть його частинами.</translation>
    </message>
    <message>
        <source>The present password is not right.</source>
        <translation>Теперішній пароль неправильний.</translation>
    </message>
    <message>
        <source>The message that this answers is not there any more.</source>
        <translation>Повідомлення, на яке це відповідь, більше немає.</translation>
    </message>
    <message>
        <source>There is no such person.</source>
        <translation>Такої людини немає.</translation>
    </message>
    <message>
        <source>This message has 50 kinds of reaction; no more fit.</source>
        <translation>У цього повідомлення вже 50 видів реакцій, більше не можна.</translation>
    </message>
    <message>
        <source>Another product has this SKU. Choose another.</source>
        <translation>Цей артикул уже має інший товар. Виберіть інший.</translation>
    </message>
    <message>
        <source>The file is larger than this server takes.</source>
        <translation>Файл більший, ніж приймає цей сервер.</translation>
    </message>
    <message>
        <source>The room for files on this server is used up. Remove some, or tell an administrator.</source>
        <translation>Місце для файлів на сервері скінчилося. Видаліть зайві або повідомте адміністратора.</translation>
    </message>
</context>
<context>
    <name>Features</name>
    <message>
        <source>This product is not there any more.</source>
        <translation>Цього товару більше немає.</translation>
    </message>
</context>
<context>
    <name>MessageModel</name>
    <message>
        <source>This message is not stored here, and there is no connection to fetch it.</source>
        <translation>Цього повідомлення тут немає, і немає з’єднання, щоб його отримати.</translation>
    </message>
</context>
<context>
    <name>NotificationText</name>
    <message numerus="yes">
        <source>%1 sent you %n messages</source>
        <translation>
            <numerusform>%1: %n повідомлення вам</numerusform>
            <numerusform>%1: %n повідомлення вам</numerusform>
            <numerusform>%1: %n повідомлень вам</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wrote to you</source>
        <translation>%1 пише вам</translation>
    </message>
    <message numerus="yes">
        <source>%1 and others mentioned you %n times in %2</source>
        <translation>
            <numerusform>%1 та інші згадали вас %n раз у «%2»</numerusform>
            <numerusform>%1 та інші згадали вас %n рази у «%2»</numerusform>
            <numerusform>%1 та інші згадали вас %n разів у «%2»</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 mentioned you in %2</source>
        <translation>%1 згадує вас у «%2»</translation>
    </message>
    <message numerus="yes">
        <source>%n replies to you, the last by %1</source>
        <translation>
            <numerusform>%n відповідь вам, остання: %1</numerusform>
            <numerusform>%n відповіді вам, остання: %1</numerusform>
            <numerusform>%n відповідей вам, остання: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 replied to you</source>
        <translation>%1 відповідає вам</translation>
    </message>
    <message numerus="yes">
        <source>%n reactions to your message, the last by %1</source>
        <translation>
            <numerusform>%n реакція на ваше повідомлення, остання: %1</numerusform>
            <numerusform>%n реакції на ваше повідомлення, остання: %1</numerusform>
            <numerusform>%n реакцій на ваше повідомлення, остання: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reacted to your message</source>
        <translation>%1: реакція на ваше повідомлення</translation>
    </message>
    <message>
        <source>%1 added you to a room</source>
        <translation>%1 додає вас до кімнати</translation>
    </message>
    <message>
        <source>%1 wants to be your friend</source>
        <translation>%1 хоче з вами дружити</translation>
    </message>
    <message>
        <source>%1 is your friend now</source>
        <translation>%1 тепер у вас у друзях</translation>
    </message>
    <message>
        <source>Your role in %1 has changed</source>
        <translation>Ваша роль у «%1» змінилася</translation>
    </message>
    <message>
        <source>Your role has changed</source>
        <translation>Ваша роль змінилася</translation>
    </message>
    <message>
        <source>You may read, not write.</source>
        <translation>Ви можете читати, але не писати.</translation>
    </message>
    <message>
        <source>You moderate this room now.</source>
        <translation>Тепер ви модератор цієї кімнати.</translation>
    </message>
    <message>
        <source>This room is yours now.</source>
        <translation>Тепер ця кімната ваша.</translation>
    </message>
    <message>
        <source>You manage rooms and products now.</source>
        <translation>Тепер ви керуєте кімнатами й товарами.</translation>
    </message>
    <message>
        <source>You administer this server now.</source>
        <translation>Тепер ви адміністратор цього сервера.</translation>
    </message>
    <message>
        <source>You are an ordinary member now.</source>
        <translation>Тепер ви звичайний учасник.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages in %1, the last by %2</source>
        <translation>
            <numerusform>%n повідомлення в «%1», останнє: %2</numerusform>
            <numerusform>%n повідомлення в «%1», останнє: %2</numerusform>
            <numerusform>%n повідомлень у «%1», останнє: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wrote in %2</source>
        <translation>%1: нове повідомлення в «%2»</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The profile “%1” is open in another window. Choose another one with --profile.</source>
        <translation>Профіль «%1» відкрито в іншому вікні. Виберіть інший через --profile.</translation>
    </message>
    <message>
        <source>The password file %1 cannot be read: %2.</source>
        <translation>Файл пароля %1 не читається: %2.</translation>
    </message>
    <message>
        <source>Rialto: chat, catalogue and films for your local network.</source>
        <translation>Rialto: чат, каталог і фільми для вашої локальної мережі.</translation>
    </message>
    <message>
        <source>Keep account, cache and settings under this name (default: default).</source>
        <translation>Зберігати обліковий запис, кеш і налаштування під цим ім’ям (типово: default).</translation>
    </message>
    <message>
        <source>Address of the server, e.g. http://localhost:3000.</source>
        <translation>Адреса сервера, наприклад http://localhost:3000.</translation>
    </message>
    <message>
        <source>Sign in with this account name (needs --password-file).</source>
        <translation>Увійти з цим ім’ям (потрібен --password-file).</translation>
    </message>
    <message>
        <source>Read the password from the first line of this file.</source>
        <translation>Узяти пароль з першого рядка цього файлу.</translation>
    </message>
    <message>
        <source>“%1” is not an option. See rialto --help.</source>
        <translation>«%1» — не параметр. Див. rialto --help.</translation>
    </message>
    <message>
        <source>--user and --password-file belong together.</source>
        <translation>--user і --password-file вказують разом.</translation>
    </message>
    <message>
        <source>Do not look for servers on the network.</source>
        <translation>Не шукати сервери в мережі.</translation>
    </message>
    <message>
        <source>A rialto:// link to open, in the window that is open.</source>
        <translation>Посилання rialto://, яке відкрити, у відкритому вікні, якщо воно є.</translation>
    </message>
</context>
<context>
    <name>PresenceText</name>
    <message>
        <source>Offline</source>
        <translation>Не в мережі</translation>
    </message>
    <message>
        <source>Last seen just now</source>
        <translation>Щойно</translation>
    </message>
    <message numerus="yes">
        <source>Last seen %n minute(s) ago</source>
        <translation>
            <numerusform>Був (була) %n хвилину тому</numerusform>
            <numerusform>Був (була) %n хвилини тому</numerusform>
            <numerusform>Був (була) %n хвилин тому</numerusform>
        </translation>
    </message>
    <message>
        <source>Last seen at %1</source>
        <translation>Був (була) о %1</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>Був (була) %1</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>У мережі</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Немає на місці</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не турбувати</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Не вдалося записати %1: %2</translation>
    </message>
    <message>
        <source>A profile&apos;s name has letters, digits, dots, hyphens and underscores.</source>
        <translation>Ім’я профілю складається з літер, цифр, крапок, дефісів і підкреслень.</translation>
    </message>
    <message>
        <source>The address may begin with http://, https:// or rialto://, not with %1://.</source>
        <translation>Адреса може починатися з http://, https:// або rialto://, але не з %1://.</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>Порт — це число від 1 до 65535.</translation>
    </message>
    <message>
        <source>An IPv6 address in brackets looks like [::1]:3000.</source>
        <translation>Адреса IPv6 у дужках виглядає так: [::1]:3000.</translation>
    </message>
    <message>
        <source>There are too many colons in this address.</source>
        <translation>У цій адресі забагато двокрапок.</translation>
    </message>
    <message>
        <source>The port is missing after the colon.</source>
        <translation>Після двокрапки немає порту.</translation>
    </message>
    <message>
        <source>Type the address of the server, for example 192.168.1.5 or chat.local:3000.</source>
        <translation>Введіть адресу сервера, наприклад 192.168.1.5 або chat.local:3000.</translation>
    </message>
    <message>
        <source>Only a host and a port are expected, for example chat.local:3000.</source>
        <translation>Потрібні лише ім’я та порт, наприклад chat.local:3000.</translation>
    </message>
    <message>
        <source>“%1” is not the name or the address of a machine.</source>
        <translation>«%1» — не ім’я і не адреса комп’ютера.</translation>
    </message>
</context>
<context>
    <name>RoomWords</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n непрочитане</numerusform>
            <numerusform>%n непрочитаних</numerusform>
            <numerusform>%n непрочитаних</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of you</source>
        <translation>
            <numerusform>%n згадка про вас</numerusform>
            <numerusform>%n згадки про вас</numerusform>
            <numerusform>%n згадок про вас</numerusform>
        </translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закріплена</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>без звуку</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>в архіві</translation>
    </message>
    <message>
        <source>you are not in it</source>
        <translation>ви не входите до неї</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Чернетка: %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ви</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Open the settings</source>
        <translation>Відкрити налаштування</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>Показати всі сполучення клавіш</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>Пошук у налаштуваннях</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Збільшити текст</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Зменшити текст</translation>
    </message>
    <message>
        <source>Reset the size of text</source>
        <translation>Звичайний розмір тексту</translation>
    </message>
    <message>
        <source>Room above</source>
        <translation>Кімната вище</translation>
    </message>
    <message>
        <source>Room below</source>
        <translation>Кімната нижче</translation>
    </message>
    <message>
        <source>Unread room above</source>
        <translation>Попередня непрочитана кімната</translation>
    </message>
    <message>
        <source>Unread room below</source>
        <translation>Наступна непрочитана кімната</translation>
    </message>
    <message>
        <source>Search in this room</source>
        <translation>Пошук у цій кімнаті</translation>
    </message>
    <message>
        <source>Search in all rooms</source>
        <translation>Пошук у всіх кімнатах</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Надіслати повідомлення</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Новий рядок</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>Змінити своє останнє повідомлення</translation>
    </message>
    <message>
        <source>Give up editing or replying</source>
        <translation>Скасувати правку або відповідь</translation>
    </message>
    <message>
        <source>Copy selected messages</source>
        <translation>Копіювати виділені повідомлення</translation>
    </message>
    <message>
        <source>Select all messages</source>
        <translation>Виділити всі повідомлення</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Попереднє зображення</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Наступне зображення</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Наблизити</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Віддалити</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Зберегти зображення</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Пошук товарів</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>Додати товар</translation>
    </message>
    <message>
        <source>Delete the product</source>
        <translation>Видалити товар</translation>
    </message>
    <message>
        <source>Delete the notification</source>
        <translation>Видалити сповіщення</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Усюди</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Кімнати</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Повідомлення</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Сповіщення</translation>
    </message>
    <message>
        <source>Switch to the first, second, … account</source>
        <translation>Перейти до першого, другого, … облікового запису</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>Go to a room or a person by name</source>
        <translation>Перейти до кімнати чи людини за назвою</translation>
    </message>
    <message>
        <source>Show people and friends</source>
        <translation>Показати людей і друзів</translation>
    </message>
    <message>
        <source>Go from message to message</source>
        <translation>Перейти від повідомлення до повідомлення</translation>
    </message>
    <message>
        <source>Open the file, the link or the quoted message</source>
        <translation>Відкрити файл, посилання або процитоване повідомлення</translation>
    </message>
    <message>
        <source>All that can be done with the message</source>
        <translation>Усе, що можна зробити з повідомленням</translation>
    </message>
    <message>
        <source>In the messages</source>
        <translation>У повідомленнях</translation>
    </message>
    <message>
        <source>Quit Rialto</source>
        <translation>Закрити Rialto</translation>
    </message>
    <message>
        <source>Back to the rooms, in a narrow window</source>
        <translation>Назад до кімнат у вузькому вікні</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Жирний</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Курсив</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Закреслений</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Hidden until clicked</source>
        <translation>Прихований до клацання</translation>
    </message>
    <message>
        <source>Show the details of the room</source>
        <translation>Показати подробиці кімнати</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>Today, %1</source>
        <translation>Сьогодні, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Учора, %1</translation>
    </message>
</context>
<context>
    <name>RoomNotices</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ще %n людина</numerusform>
            <numerusform>ще %n людини</numerusform>
            <numerusform>ще %n людей</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 додає до кімнати: %2</translation>
    </message>
    <message>
        <source>%1 joined the room</source>
        <translation>У кімнаті тепер: %1</translation>
    </message>
    <message>
        <source>%1 created the room</source>
        <translation>%1 створює кімнату</translation>
    </message>
    <message>
        <source>%1 left the room</source>
        <translation>%1 більше не в кімнаті</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 вилучає з кімнати: %2</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Message deleted</source>
        <translation>Повідомлення видалено</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>змінено</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторити</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Нові повідомлення</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>надсилається</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>не надіслано</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Переслано від: %1</translation>
    </message>
    <message>
        <source>Click to open the message</source>
        <translation>Натисніть, щоб відкрити повідомлення</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Відповісти</translation>
    </message>
    <message>
        <source>read</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <source>replies to %1: %2</source>
        <translation>відповідь на повідомлення, %1: %2</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закріплено</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes of a file</comment>
        <translation>%1 з %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Наживо</translation>
    </message>
    <message>
        <source>As last seen</source>
        <translation>За останніми даними</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <comment>why</comment>
        <translation>Не збережено. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байти</numerusform>
            <numerusform>%n байтів</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::AccountMenu</name>
    <message>
        <source>Profile…</source>
        <translation>Профіль…</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Додати обліковий запис…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Вийти…</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n непрочитане</numerusform>
            <numerusform>%n непрочитані</numerusform>
            <numerusform>%n непрочитаних</numerusform>
        </translation>
    </message>
    <message>
        <source>Invite to this server…</source>
        <translation>Запросити на цей сервер…</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не турбувати</translation>
    </message>
</context>
<context>
    <name>rialto::AccountView</name>
    <message>
        <source>%1 is not the server you know</source>
        <translation>%1 — не той сервер, який ви знаєте</translation>
    </message>
    <message>
        <source>Its certificate has changed, so nothing is sent to it. Either it was installed anew, or somebody stands between you and it. Ask its operator; if all is well, sign out and sign in again to trust the new certificate.

Until now: %1

Now: %2</source>
        <translation>Його сертифікат змінився, тому йому нічого не надсилається. Або сервер установлено наново, або хтось стоїть між вами. Запитайте оператора; якщо все гаразд, вийдіть і увійдіть знову, щоб довіряти новому сертифікату.

Раніше: %1

Зараз: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>rialto::ApiClient</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Немає зв’язку із сервером.</translation>
    </message>
    <message>
        <source>The server sent something unreadable.</source>
        <translation>Сервер надіслав нечитабельну відповідь.</translation>
    </message>
</context>
<context>
    <name>rialto::AvatarField</name>
    <message>
        <source>Change picture…</source>
        <translation>Змінити фото…</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Прибрати фото</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Guests cannot send files.</source>
        <translation>Гості не можуть надсилати файли.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Виберіть фото</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <source>%1 is no picture that can be shown: choose a PNG, JPEG, WebP or GIF.</source>
        <translation>«%1» не можна показати як зображення: виберіть PNG, JPEG, WebP або GIF.</translation>
    </message>
    <message>
        <source>Sending the picture…</source>
        <translation>Фото надсилається…</translation>
    </message>
    <message>
        <source>Sending the picture: %1 %</source>
        <translation>Фото надсилається: %1 %</translation>
    </message>
</context>
<context>
    <name>rialto::CatalogPage</name>
    <message>
        <source>Catalogue</source>
        <translation>Каталог</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Пошук (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Пошук товарів</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>Додати товар</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Очистити пошук</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Товари</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Товарів поки немає</translation>
    </message>
    <message>
        <source>Add the first one; everybody on the server sees it at once.</source>
        <translation>Додайте перший; його одразу побачать усі на сервері.</translation>
    </message>
    <message>
        <source>No products match</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>Спробуйте менше слів або інші.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln товар</numerusform>
            <numerusform>%Ln товари</numerusform>
            <numerusform>%Ln товарів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln product(s)</source>
        <translation>
            <numerusform>%1 з %Ln товару</numerusform>
            <numerusform>%1 з %Ln товарів</numerusform>
            <numerusform>%1 з %Ln товарів</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>Зберегти зміни?</translation>
    </message>
    <message>
        <source>You have changed this product and not saved it yet.</source>
        <translation>Ви змінили цей товар і ще не зберегли.</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Не зберігати</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Somebody deleted this product while you were changing it.</source>
        <translation>Хтось видалив цей товар, поки ви його змінювали.</translation>
    </message>
    <message>
        <source>Product added</source>
        <translation>Товар додано</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Видалити «%1»?</translation>
    </message>
    <message>
        <source>The product leaves the catalogue for everybody.</source>
        <translation>Товар зникне з каталогу в усіх.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>the new product</source>
        <translation>новий товар</translation>
    </message>
    <message>
        <source>this SKU is taken</source>
        <translation>цей артикул зайнятий</translation>
    </message>
    <message>
        <source>Not saved, %1: %2</source>
        <translation>Не збережено, %1: %2</translation>
    </message>
</context>
<context>
    <name>rialto::CertificateStrip</name>
    <message>
        <source>This server is not the one you know</source>
        <translation>Це не той сервер, який ви знаєте</translation>
    </message>
    <message>
        <source>Its certificate has changed. Either it was installed anew, or somebody stands between you and it and would read your password. Ask its operator before you go on. Now it shows:</source>
        <translation>Його сертифікат змінився. Або сервер установлено наново, або хтось стоїть між вами й прочитає ваш пароль. Перш ніж продовжити, запитайте оператора. Зараз він показує:</translation>
    </message>
    <message>
        <source>Until now:</source>
        <translation>Раніше:</translation>
    </message>
    <message>
        <source>Your first time on this server</source>
        <translation>Ви вперше на цьому сервері</translation>
    </message>
    <message>
        <source>It made its certificate itself. Compare this fingerprint with the one on the server&apos;s screen; you are asked only once.</source>
        <translation>Він сам створив свій сертифікат. Порівняйте цей відбиток з тим, що на екрані сервера; про це питають лише один раз.</translation>
    </message>
    <message>
        <source>I have asked: trust the new one</source>
        <translation>Я запитав: довіряти новому</translation>
    </message>
    <message>
        <source>It matches: trust this server</source>
        <translation>Збігається: довіряти серверу</translation>
    </message>
    <message>
        <source>The server&apos;s fingerprint</source>
        <translation>Відбиток сервера</translation>
    </message>
    <message>
        <source>Whoever comes for the first time is asked to compare it. Show yours, or read it out.</source>
        <translation>Хто приходить уперше, того просять порівняти відбиток. Покажіть свій або прочитайте його вголос.</translation>
    </message>
</context>
<context>
    <name>rialto::ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>This room is no longer there for you.</source>
        <translation>Ця кімната вам більше недоступна.</translation>
    </message>
    <message>
        <source>No room is open</source>
        <translation>Кімнату не відкрито</translation>
    </message>
    <message>
        <source>Choose one on the left, or begin with a new one.</source>
        <translation>Виберіть кімнату ліворуч або створіть нову.</translation>
    </message>
    <message>
        <source>You cannot see the room that this link leads to.</source>
        <translation>Вам не видно кімнату, на яку веде це посилання.</translation>
    </message>
    <message>
        <source>Go to a room or a person</source>
        <translation>Перейти до кімнати або людини</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>Nothing is found under this link.</source>
        <translation>За цим посиланням нічого немає.</translation>
    </message>
    <message>
        <source>You are on this server already.</source>
        <translation>Ви вже на цьому сервері.</translation>
    </message>
    <message>
        <source>“%1” is no longer there for you.</source>
        <translation>Кімната «%1» вам більше недоступна.</translation>
    </message>
</context>
<context>
    <name>rialto::ChatWriter</name>
    <message>
        <source>Files cannot be sent from here.</source>
        <translation>Звідси файли не надіслати.</translation>
    </message>
</context>
<context>
    <name>rialto::ClientApp</name>
    <message numerus="yes">
        <source>%n change(s) not sent yet will be lost.</source>
        <translation>
            <numerusform>%n ненадіслану зміну буде втрачено.</numerusform>
            <numerusform>%n ненадіслані зміни буде втрачено.</numerusform>
            <numerusform>%n ненадісланих змін буде втрачено.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Вийти?</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Sign out of %1?</source>
        <translation>Вийти із сервера %1?</translation>
    </message>
    <message>
        <source>Sign in to %1 to follow the link.</source>
        <translation>Увійдіть на %1, щоб перейти за посиланням.</translation>
    </message>
    <message>
        <source>The copies of this account on this computer are removed; the server keeps everything.</source>
        <translation>Копії даних цього облікового запису на цьому комп’ютері видаляються; на сервері все лишається.</translation>
    </message>
    <message>
        <source>This link leads to a server that is not at its address any more.</source>
        <translation>Це посилання веде на сервер, якого за його адресою вже немає.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are only here and will be lost, too.</source>
        <translation>
            <numerusform>%n чернетка є лише тут і теж буде втрачена.</numerusform>
            <numerusform>%n чернетки є лише тут і теж будуть втрачені.</numerusform>
            <numerusform>%n чернеток є лише тут і теж будуть втрачені.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>Підказки</translation>
    </message>
</context>
<context>
    <name>rialto::Composer</name>
    <message>
        <source>Editing a message. Esc cancels.</source>
        <translation>Редагування повідомлення. Esc — скасувати.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Емодзі</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Прикріпити файли</translation>
    </message>
    <message>
        <source>Send (%1)</source>
        <translation>Надіслати (%1)</translation>
    </message>
    <message>
        <source>A message cannot become empty. Esc leaves it as it was; its menu deletes it.</source>
        <translation>Повідомлення не може стати порожнім. Esc залишить його як було; видалити його можна через його меню.</translation>
    </message>
</context>
<context>
    <name>rialto::ConflictDialog</name>
    <message>
        <source>“%1” was changed meanwhile</source>
        <translation>«%1» тим часом змінено</translation>
    </message>
    <message>
        <source>Somebody changed this product before your change arrived. Choose for each value what shall stand.</source>
        <translation>Хтось змінив цей товар раніше за вас. Виберіть для кожного значення, що залишиться.</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Моє</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Чуже</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Усе моє</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Усе чуже</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Ціна</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Кількість</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Одиниця</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Опис</translation>
    </message>
    <message>
        <source>%1, mine: %2</source>
        <translation>%1, моє: %2</translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <translation>%1, чуже: %2</translation>
    </message>
</context>
<context>
    <name>rialto::ConnectionBanner</name>
    <message>
        <source>Online</source>
        <translation>У мережі</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Підключення…</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>Оновлення…</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Вихід виконано</translation>
    </message>
    <message numerus="yes">
        <source>Offline, trying again in %n s</source>
        <translation>
            <numerusform>Немає зв’язку, повтор через %n с</numerusform>
            <numerusform>Немає зв’язку, повтор через %n с</numerusform>
            <numerusform>Немає зв’язку, повтор через %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Немає зв’язку</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Повторити зараз</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Підключення до %1…</translation>
    </message>
    <message>
        <source>No connection to %1.</source>
        <translation>Немає зв’язку з %1.</translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation>
            <numerusform>Повтор через %n с</numerusform>
            <numerusform>Повтор через %n с</numerusform>
            <numerusform>Повтор через %n с</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Позначити прочитаним</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Відповісти</translation>
    </message>
</context>
<context>
    <name>rialto::DevicesDialog</name>
    <message>
        <source>Devices that are signed in</source>
        <translation>Пристрої, на яких виконано вхід</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Unnamed device</source>
        <translation>Пристрій без назви</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (цей пристрій)</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Sign out all others</source>
        <translation>Вийти на всіх інших</translation>
    </message>
</context>
<context>
    <name>rialto::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопіювати відомості</translation>
    </message>
</context>
<context>
    <name>rialto::DownloadBook</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Не вдається записати %1.</translation>
    </message>
</context>
<context>
    <name>rialto::EmojiPicker</name>
    <message>
        <source>Search emoji</source>
        <translation>Знайти емодзі</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Емодзі</translation>
    </message>
    <message>
        <source>Smileys and feelings</source>
        <translation>Смайлики й почуття</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Animals and nature</source>
        <translation>Тварини й природа</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Їжа та напої</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Подорожі</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Розваги</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Речі</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Символи</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Прапори</translation>
    </message>
    <message>
        <source>No emoji is called that.</source>
        <translation>Немає емодзі з такою назвою.</translation>
    </message>
</context>
<context>
    <name>rialto::ExportDialog</name>
    <message>
        <source>Export room</source>
        <translation>Експорт кімнати</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written</source>
        <translation>
            <numerusform>Записано %n повідомлення</numerusform>
            <numerusform>Записано %n повідомлення</numerusform>
            <numerusform>Записано %n повідомлень</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::FileLink</name>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Файл не записати: %1</translation>
    </message>
    <message>
        <source>The server no longer has this upload.</source>
        <translation>На сервері цього завантаження більше немає.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Файл %1 не записати.</translation>
    </message>
    <message>
        <source>The server sent more than the file has.</source>
        <translation>Сервер надіслав більше, ніж є у файлі.</translation>
    </message>
</context>
<context>
    <name>rialto::FilePreviewDialog</name>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>Надіслати %n файл</numerusform>
            <numerusform>Надіслати %n файли</numerusform>
            <numerusform>Надіслати %n файлів</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a caption</source>
        <translation>Додайте підпис</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Надіслати</translation>
    </message>
</context>
<context>
    <name>rialto::FriendButtons</name>
    <message>
        <source>End friendship</source>
        <translation>Прибрати з друзів</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Відхилити</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Відкликати</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Погодитися</translation>
    </message>
    <message>
        <source>Add friend</source>
        <translation>Додати в друзі</translation>
    </message>
</context>
<context>
    <name>rialto::InviteDialog</name>
    <message>
        <source>Invite to this server</source>
        <translation>Запросити на цей сервер</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Скопіювати посилання</translation>
    </message>
    <message>
        <source>Others come here by this link or this code: on the page to sign in, the link is typed as the address, and the code is read “From a QR picture…”.</source>
        <translation>За цим посиланням або цим кодом сюди прийдуть інші: на сторінці входу посилання вводять як адресу, а код читає кнопка «З картинки з QR-кодом…».</translation>
    </message>
    <message>
        <source>QR code of %1</source>
        <translation>QR-код: %1</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Скопіювати картинку</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Only this machine reaches this address. To invite others, sign in by the address that the server has in your network.</source>
        <translation>Ця адреса доступна лише з цього комп’ютера. Щоб запрошувати інших, увійдіть за адресою, яку сервер має у вашій мережі.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Посилання</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопійовано</translation>
    </message>
</context>
<context>
    <name>rialto::JumpButton</name>
    <message>
        <source>To the newest message</source>
        <translation>До останнього повідомлення</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n нове повідомлення</numerusform>
            <numerusform>%n нові повідомлення</numerusform>
            <numerusform>%n нових повідомлень</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::MainWindow</name>
    <message>
        <source>%1 — Rialto</source>
        <translation>%1 — Rialto</translation>
    </message>
</context>
<context>
    <name>rialto::MessageToolbar</name>
    <message>
        <source>React</source>
        <translation>Реакція</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Відповісти</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Відкріпити</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закріпити</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ще</translation>
    </message>
    <message>
        <source>React with %1</source>
        <translation>Реакція %1</translation>
    </message>
</context>
<context>
    <name>rialto::NamesDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>rialto::NewRoomDialog</name>
    <message>
        <source>New room</source>
        <translation>Нова кімната</translation>
    </message>
    <message>
        <source>Private: only people who are added see it</source>
        <translation>Закрита: її бачать лише додані люди</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Topic (may be left empty)</source>
        <translation>Тема (можна не вказувати)</translation>
    </message>
    <message>
        <source>Create room</source>
        <translation>Створити кімнату</translation>
    </message>
    <message>
        <source>Type a name for the room.</source>
        <translation>Введіть назву кімнати.</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>Додати людей…</translation>
    </message>
    <message>
        <source>Add people to the room</source>
        <translation>Додати людей до кімнати</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Add nobody</source>
        <translation>Нікого не додавати</translation>
    </message>
</context>
<context>
    <name>rialto::NotificationCard</name>
    <message>
        <source>Nothing is chosen</source>
        <translation>Нічого не вибрано</translation>
    </message>
    <message>
        <source>Choose a notification on the left to see what can be done.</source>
        <translation>Виберіть сповіщення ліворуч, щоб побачити, що можна зробити.</translation>
    </message>
    <message>
        <source>Open room</source>
        <translation>Відкрити кімнату</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Погодитися</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Відхилити</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Позначити непрочитаним</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Позначити прочитаним</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Прибрати</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Відповісти</translation>
    </message>
    <message>
        <source>Back to the notifications</source>
        <translation>Назад до сповіщень</translation>
    </message>
</context>
<context>
    <name>rialto::NotificationDelegate</name>
    <message>
        <source>Today</source>
        <translation>Сьогодні</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раніше</translation>
    </message>
</context>
<context>
    <name>rialto::NotificationFilter</name>
    <message>
        <source>Unread: %1</source>
        <translation>Не прочитано: %1</translation>
    </message>
</context>
<context>
    <name>rialto::NotifyPage</name>
    <message>
        <source>Notifications</source>
        <translation>Сповіщення</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Позначити непрочитаним</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Позначити прочитаним</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Прибрати</translation>
    </message>
    <message>
        <source>Mark all read</source>
        <translation>Прочитати всі</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Повідомлення</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Згадки</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Тут порожньо</translation>
    </message>
    <message>
        <source>When somebody writes to you, mentions or invites you, it is told here.</source>
        <translation>Тут видно, коли вам пишуть, згадують вас або запрошують.</translation>
    </message>
</context>
<context>
    <name>rialto::PasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>Змінити пароль</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Поточний пароль</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Новий пароль</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Новий пароль ще раз</translation>
    </message>
    <message>
        <source>Your other devices are signed out and need the new password.</source>
        <translation>На інших пристроях доведеться увійти з новим паролем.</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Показати пароль</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Сховати пароль</translation>
    </message>
    <message>
        <source>At least 8 characters.</source>
        <translation>Щонайменше 8 символів.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Паролі не збігаються.</translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation>Це не ваш поточний пароль.</translation>
    </message>
</context>
<context>
    <name>rialto::PeopleDialog</name>
    <message>
        <source>People and friends</source>
        <translation>Люди та друзі</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Написати</translation>
    </message>
</context>
<context>
    <name>rialto::PeopleFilter</name>
    <message>
        <source>Want to be friends with you</source>
        <translation>Хочуть дружити з вами</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Друзі</translation>
    </message>
    <message>
        <source>Asked by you</source>
        <translation>Ви запропонували дружбу</translation>
    </message>
    <message>
        <source>Everybody else</source>
        <translation>Усі інші</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>вибрано</translation>
    </message>
</context>
<context>
    <name>rialto::PersonCard</name>
    <message>
        <source>Write</source>
        <translation>Написати</translation>
    </message>
    <message>
        <source>You are friends.</source>
        <translation>Ви дружите.</translation>
    </message>
    <message>
        <source>You asked to be friends. There is no answer yet.</source>
        <translation>Ви запропонували дружити. Відповіді поки немає.</translation>
    </message>
    <message>
        <source>Wants to be your friend.</source>
        <translation>Хоче з вами дружити.</translation>
    </message>
</context>
<context>
    <name>rialto::PersonDialog</name>
    <message>
        <source>Search by name</source>
        <translation>Пошук за ім’ям</translation>
    </message>
</context>
<context>
    <name>rialto::PictureStore</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 не записати.</translation>
    </message>
</context>
<context>
    <name>rialto::PictureViewer</name>
    <message>
        <source>Previous picture</source>
        <translation>Попереднє зображення</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Наступне зображення</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>%1, %2 by %3 pixels</source>
        <translation>%1, %2 на %3 пікселів</translation>
    </message>
</context>
<context>
    <name>rialto::PinBar</name>
    <message>
        <source>Pinned</source>
        <translation>Закріплено</translation>
    </message>
    <message>
        <source>Pinned %1 of %2</source>
        <translation>Закріплено: %1 з %2</translation>
    </message>
</context>
<context>
    <name>rialto::ProductFilter</name>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Кількість</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Ціна</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Змінено</translation>
    </message>
</context>
<context>
    <name>rialto::ProductForm</name>
    <message>
        <source>The description is too long.</source>
        <translation>Опис задовгий.</translation>
    </message>
    <message>
        <source>Type a number with at most three decimal places.</source>
        <translation>Введіть число не більш ніж із трьома знаками після коми.</translation>
    </message>
    <message>
        <source>Three letters, e.g. UAH.</source>
        <translation>Три літери, напр. UAH.</translation>
    </message>
    <message>
        <source>Type an amount, e.g. %1.</source>
        <translation>Введіть суму, напр. %1.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Це поле не може бути порожнім.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Не більше %n символу.</numerusform>
            <numerusform>Не більше %n символів.</numerusform>
            <numerusform>Не більше %n символів.</numerusform>
        </translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Ціна</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Кількість</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Одиниця</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Опис</translation>
    </message>
</context>
<context>
    <name>rialto::ProductLinks</name>
    <message>
        <source>%1 %2 in stock</source>
        <translation>На складі: %1 %2</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Немає в наявності</translation>
    </message>
</context>
<context>
    <name>rialto::ProductModel</name>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Опис</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Кількість</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Одиниця</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Ціна</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Змінено</translation>
    </message>
    <message>
        <source>This product was deleted.</source>
        <translation>Цей товар видалено.</translation>
    </message>
</context>
<context>
    <name>rialto::ProductPane</name>
    <message>
        <source>Kept here. It is sent when the connection is back.</source>
        <translation>Збережено тут. Надішлеться, коли з’явиться зв’язок.</translation>
    </message>
    <message>
        <source>Somebody changed this product before your change arrived.</source>
        <translation>Хтось змінив цей товар раніше за вас.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Порівняти…</translation>
    </message>
    <message>
        <source>Your change was not accepted: %1</source>
        <translation>Вашу зміну не прийнято: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторити</translation>
    </message>
    <message>
        <source>Your change is on its way.</source>
        <translation>Ваша зміна надсилається.</translation>
    </message>
    <message>
        <source>Somebody changed this product while you were typing. Saving shows both.</source>
        <translation>Хтось змінив цей товар, поки ви друкували. Під час збереження ви побачите обидва варіанти.</translation>
    </message>
    <message>
        <source>Only the person who added it and managers may change this product.</source>
        <translation>Змінювати цей товар можуть лише той, хто його додав, і менеджери.</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Новий товар</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Видалити…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Відкинути</translation>
    </message>
    <message>
        <source>Added by %1. Changed %2.</source>
        <translation>Автор: %1. Змінено: %2.</translation>
    </message>
    <message>
        <source>a deleted user</source>
        <translation>видалений користувач</translation>
    </message>
</context>
<context>
    <name>rialto::ProductWriter</name>
    <message>
        <source>This product has been stored meanwhile; open it again.</source>
        <translation>Цей товар тим часом збережено; відкрийте його знову.</translation>
    </message>
</context>
<context>
    <name>rialto::ProfileDialog</name>
    <message>
        <source>Profile and presence</source>
        <translation>Профіль і присутність</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не турбувати</translation>
    </message>
    <message>
        <source>Quiet every day from</source>
        <translation>Тихо щодня з</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>Ім’я, яке бачать інші</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>For example: at the warehouse until three</source>
        <translation>Наприклад: на складі до третьої</translation>
    </message>
    <message>
        <source>Meanwhile notifications are kept without a sound, except critical ones.</source>
        <translation>Тим часом сповіщення накопичуються без звуку, крім критичних.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Beginning of the quiet hours</source>
        <translation>Початок тихих годин</translation>
    </message>
    <message>
        <source>End of the quiet hours</source>
        <translation>Кінець тихих годин</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
</context>
<context>
    <name>rialto::QrEntry</name>
    <message>
        <source>Choose a picture of a QR code</source>
        <translation>Виберіть картинку з QR-кодом</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Зображення</translation>
    </message>
    <message>
        <source>%1 is no picture that can be read: choose a PNG, JPEG, WebP or GIF.</source>
        <translation>«%1» не читається як зображення: виберіть PNG, JPEG, WebP або GIF.</translation>
    </message>
    <message>
        <source>No QR code is seen in this picture. All of it must be there, sharp and with its white edge.</source>
        <translation>На цій картинці не видно QR-коду. Він має бути на ній повністю, чітко і з білою облямівкою.</translation>
    </message>
    <message>
        <source>This QR code leads to no Rialto server. Ask for the one that “Invite to this server…” shows, in the menu of accounts.</source>
        <translation>Цей QR-код не веде на сервер Rialto. Попросіть той, що показує «Запросити на цей сервер…» у меню облікових записів.</translation>
    </message>
</context>
<context>
    <name>rialto::RestClient</name>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation>Сервер недоступний: %1</translation>
    </message>
    <message>
        <source>This does not look like a Rialto server (status %1).</source>
        <translation>Це не схоже на сервер Rialto (статус %1).</translation>
    </message>
</context>
<context>
    <name>rialto::RevisionsDialog</name>
    <message>
        <source>What the message said</source>
        <translation>Що було в повідомленні</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>rialto::RoomDelegate</name>
    <message>
        <source>Rooms</source>
        <translation>Кімнати</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Особисті повідомлення</translation>
    </message>
    <message>
        <source>Other public rooms</source>
        <translation>Інші відкриті кімнати</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ви</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Чернетка</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закріплені</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Архів</translation>
    </message>
</context>
<context>
    <name>rialto::RoomDetailsDialog</name>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Type a name for the room.</source>
        <translation>Введіть назву кімнати.</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>Додати людей…</translation>
    </message>
</context>
<context>
    <name>rialto::RoomExport</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 не записати.</translation>
    </message>
</context>
<context>
    <name>rialto::RoomHeader</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n учасник</numerusform>
            <numerusform>%n учасники</numerusform>
            <numerusform>%n учасників</numerusform>
        </translation>
    </message>
    <message>
        <source>Room menu</source>
        <translation>Меню кімнати</translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n у мережі</numerusform>
            <numerusform>%n у мережі</numerusform>
            <numerusform>%n у мережі</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the rooms</source>
        <translation>Назад до кімнат</translation>
    </message>
    <message>
        <source>Search in this room</source>
        <translation>Пошук у цій кімнаті</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробиці</translation>
    </message>
</context>
<context>
    <name>rialto::RoomListPane</name>
    <message>
        <source>New room…</source>
        <translation>Нова кімната…</translation>
    </message>
    <message>
        <source>New room or message</source>
        <translation>Нова кімната або повідомлення</translation>
    </message>
    <message>
        <source>Search rooms (Ctrl+K)</source>
        <translation>Пошук кімнат (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search rooms</source>
        <translation>Пошук кімнат</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Кімнати</translation>
    </message>
    <message>
        <source>People and friends…</source>
        <translation>Люди та друзі…</translation>
    </message>
    <message>
        <source>No room is called like this</source>
        <translation>Жодна кімната так не називається</translation>
    </message>
    <message>
        <source>Perhaps a message says it.</source>
        <translation>Можливо, це є в повідомленнях.</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Шукати в повідомленнях</translation>
    </message>
</context>
<context>
    <name>rialto::RoomMenu</name>
    <message>
        <source>Mark as read</source>
        <translation>Позначити прочитаним</translation>
    </message>
    <message>
        <source>Unpin from the top</source>
        <translation>Відкріпити згори</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Закріпити згори</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Увімкнути звук</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Без звуку</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Повернути з архіву</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Сповіщення</translation>
    </message>
    <message>
        <source>What concerns me</source>
        <translation>Про те, що стосується мене</translation>
    </message>
    <message>
        <source>Only mentions and answers</source>
        <translation>Лише про згадки й відповіді</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ні про що</translation>
    </message>
    <message>
        <source>Members and settings…</source>
        <translation>Учасники та налаштування…</translation>
    </message>
    <message>
        <source>Add people…</source>
        <translation>Додати людей…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Скопіювати посилання</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експорт…</translation>
    </message>
    <message>
        <source>Leave room…</source>
        <translation>Вийти з кімнати…</translation>
    </message>
    <message>
        <source>Join room</source>
        <translation>Приєднатися</translation>
    </message>
    <message>
        <source>Delete room…</source>
        <translation>Видалити кімнату…</translation>
    </message>
    <message>
        <source>Show profile…</source>
        <translation>Показати профіль…</translation>
    </message>
    <message>
        <source>Only the two of you read this</source>
        <translation>Це читаєте лише ви двоє</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопійовано</translation>
    </message>
    <message>
        <source>Export room</source>
        <translation>Експорт кімнати</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Збережено: %1</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>Вийти з «%1»?</translation>
    </message>
    <message>
        <source>You are not told of news from it any more. A private room lets you in again only when somebody adds you.</source>
        <translation>Ви більше не отримуватимете новин із неї. До закритої кімнати можна повернутися, лише якщо вас додадуть.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Видалити «%1»?</translation>
    </message>
    <message>
        <source>It closes for everybody, with all that was said in it.</source>
        <translation>Кімната закриється для всіх разом з усім, що в ній сказано.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Видалити</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>Перемістити до архіву</translation>
    </message>
    <message>
        <source>Every message</source>
        <translation>Про кожне повідомлення</translation>
    </message>
    <message>
        <source>You are its only owner: a moderator, or whoever has been in it longest, takes your place.</source>
        <translation>Ви її єдиний власник: ваше місце посяде модератор або той, хто в ній найдовше.</translation>
    </message>
</context>
<context>
    <name>rialto::RoomPane</name>
    <message>
        <source>Guests read here; ask an administrator for an account that may write.</source>
        <translation>Гості лише читають; попросіть в адміністратора обліковий запис із правом писати.</translation>
    </message>
    <message>
        <source>You are looking at this room from outside. Join it to write and to get notifications.</source>
        <translation>Ви дивитеся на цю кімнату збоку. Приєднайтеся, щоб писати й отримувати новини.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Повідомлення</translation>
    </message>
    <message>
        <source>Join room</source>
        <translation>Приєднатися</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Повідомлення завантажуються…</translation>
    </message>
    <message>
        <source>This message has %1 characters; %2 is the most. Send it in parts, or as a file.</source>
        <translation>У повідомленні %1 знаків; найбільше — %2. Надішліть його частинами або файлом.</translation>
    </message>
    <message>
        <source>This message is too long. Send it in parts.</source>
        <translation>Повідомлення задовге. Надішліть його частинами.</translation>
    </message>
    <message>
        <source>The message is gone.</source>
        <translation>Цього повідомлення більше немає.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Надіслати знову</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Відкинути</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Копіювати текст</translation>
    </message>
    <message>
        <source>Copy selected text</source>
        <translation>Копіювати виділене</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Змінити</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Відповісти</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>Реакція…</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Відкріпити</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закріпити</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Переслати…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Скопіювати посилання</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопійовано</translation>
    </message>
    <message>
        <source>Edit history…</source>
        <translation>Історія правок…</translation>
    </message>
    <message>
        <source>Deleted user</source>
        <translation>Видалений користувач</translation>
    </message>
    <message>
        <source>Forward to</source>
        <translation>Кому переслати</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Переслати</translation>
    </message>
    <message>
        <source>Forwarded to “%1”</source>
        <translation>Переслано: «%1»</translation>
    </message>
    <message>
        <source>Everyone in the room</source>
        <translation>Усі в кімнаті</translation>
    </message>
    <message>
        <source>The message is deleted for everybody in a moment.</source>
        <translation>Зараз повідомлення видалиться в усіх.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>Видалити в усіх</translation>
    </message>
    <message>
        <source>Show profile…</source>
        <translation>Показати профіль…</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Прикріпити файли</translation>
    </message>
    <message>
        <source>The picture cannot be kept on this machine.</source>
        <translation>Зображення не зберегти на цьому комп’ютері.</translation>
    </message>
    <message numerus="yes">
        <source>A message carries %n file(s) at most.</source>
        <translation>
            <numerusform>У повідомленні може бути не більше %n файлу.</numerusform>
            <numerusform>У повідомленні може бути не більше %n файлів.</numerusform>
            <numerusform>У повідомленні може бути не більше %n файлів.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Збережено: %1</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>Відкрити «%1»</translation>
    </message>
    <message>
        <source>You are no longer in this room.</source>
        <translation>Ви більше не в цій кімнаті.</translation>
    </message>
    <message>
        <source>Save “%1”…</source>
        <translation>Зберегти «%1»…</translation>
    </message>
    <message numerus="yes">
        <source>Forward %n message(s)…</source>
        <translation>
            <numerusform>Переслати %n повідомлення…</numerusform>
            <numerusform>Переслати %n повідомлення…</numerusform>
            <numerusform>Переслати %n повідомлень…</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not saved. %2</source>
        <translation>«%1» не збережено. %2</translation>
    </message>
    <message>
        <source>Go on saving “%1”</source>
        <translation>Продовжити збереження «%1»</translation>
    </message>
    <message>
        <source>Give up saving “%1”</source>
        <translation>Скасувати збереження «%1»</translation>
    </message>
    <message>
        <source>Who reacted…</source>
        <translation>Хто відреагував…</translation>
    </message>
    <message>
        <source>Read by…</source>
        <translation>Хто прочитав…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Відкрити %1</translation>
    </message>
    <message>
        <source>Go to the message it answers</source>
        <translation>До повідомлення, на яке це відповідь</translation>
    </message>
    <message>
        <source>Show what is hidden</source>
        <translation>Показати приховане</translation>
    </message>
    <message>
        <source>Copy code “%1”</source>
        <translation>Копіювати код «%1»</translation>
    </message>
    <message>
        <source>Who reacted</source>
        <translation>Хто відреагував</translation>
    </message>
    <message>
        <source>Nobody any more.</source>
        <translation>Уже ніхто.</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Хто прочитав</translation>
    </message>
    <message>
        <source>Nobody else has read it yet.</source>
        <translation>Поки що більше ніхто не прочитав.</translation>
    </message>
    <message>
        <source>In a room of this size, as it was when the list of its members came last.</source>
        <translation>У такій великій кімнаті — яким це було, коли список учасників надійшов востаннє.</translation>
    </message>
    <message>
        <source>Message, sent when back online</source>
        <translation>Повідомлення надійде, щойно з’явиться зв’язок</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопіювати відомості</translation>
    </message>
    <message>
        <source>No messages to show yet</source>
        <translation>Поки нічого показати</translation>
    </message>
    <message>
        <source>They appear here when the connection is back.</source>
        <translation>Повідомлення з’являться, коли повернеться зв’язок.</translation>
    </message>
    <message>
        <source>Nothing has been written here yet</source>
        <translation>Тут ще нічого не написано</translation>
    </message>
    <message>
        <source>Write the first message, or drop a file here.</source>
        <translation>Напишіть перше повідомлення або перетягніть сюди файл.</translation>
    </message>
    <message>
        <source>message</source>
        <translation>повідомлення</translation>
    </message>
    <message>
        <source>message in %1</source>
        <translation>повідомлення в %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Показати теку</translation>
    </message>
</context>
<context>
    <name>rialto::RoomSwitcher</name>
    <message>
        <source>A few letters of the name</source>
        <translation>Кілька літер назви</translation>
    </message>
    <message>
        <source>Nothing is called like this</source>
        <translation>Нічого з такою назвою немає</translation>
    </message>
    <message>
        <source>Try other letters, or fewer of them.</source>
        <translation>Спробуйте інші літери або менше літер.</translation>
    </message>
</context>
<context>
    <name>rialto::SearchPane</name>
    <message>
        <source>Write a word to look for.</source>
        <translation>Напишіть слово для пошуку.</translation>
    </message>
    <message>
        <source>After from: comes a name, or “me”.</source>
        <translation>Після from: пишуть ім’я або «me».</translation>
    </message>
    <message>
        <source>After in: comes the name of a room.</source>
        <translation>Після in: пишуть назву кімнати.</translation>
    </message>
    <message>
        <source>“%1” is no day. Write it as 2026-12-31 or 31.12.2026.</source>
        <translation>«%1» — не день. Напишіть так: 2026-12-31 або 31.12.2026.</translation>
    </message>
    <message numerus="yes">
        <source>Look for %n words at most.</source>
        <translation>
            <numerusform>Можна шукати не більше %n слова.</numerusform>
            <numerusform>Можна шукати не більше %n слів.</numerusform>
            <numerusform>Можна шукати не більше %n слів.</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Шукаємо…</translation>
    </message>
    <message>
        <source>Offline: only what is stored here was searched.</source>
        <translation>Немає зв’язку: пошук ішов лише по тому, що зберігається тут.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Нічого не знайшлося.</translation>
    </message>
    <message>
        <source>Search in “%1”</source>
        <translation>Пошук у «%1»</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Пошук усюди</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Пошук повідомлень</translation>
    </message>
    <message>
        <source>Found messages</source>
        <translation>Знайдені повідомлення</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Закрити пошук</translation>
    </message>
    <message>
        <source>has: knows “link”, “file” and “image”, not “%1”.</source>
        <translation>has: знає «link», «file» та «image», а не «%1».</translation>
    </message>
    <message>
        <source>from: in: before: after: has:link has:file has:image narrow it down; “in quotes” is found as it stands.</source>
        <translation>from: in: before: after: has:link has:file has:image звужують пошук; «у лапках» шукається дослівно.</translation>
    </message>
</context>
<context>
    <name>rialto::ServerPane</name>
    <message>
        <source>This is not an address. Type a name or a number, for example 10.0.0.5:3000.</source>
        <translation>Це не адреса. Введіть ім’я або число, наприклад 10.0.0.5:3000.</translation>
    </message>
    <message>
        <source>Forget this server</source>
        <translation>Забути цей сервер</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Сервери</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Інша адреса</translation>
    </message>
    <message>
        <source>Name or address, e.g. 10.0.0.5:3000</source>
        <translation>Ім’я або адреса, напр. 10.0.0.5:3000</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Підключити</translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n у мережі</numerusform>
            <numerusform>%n у мережі</numerusform>
            <numerusform>%n у мережі</numerusform>
        </translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>без шифрування</translation>
    </message>
    <message>
        <source>Those of this network, and those you have signed in to.</source>
        <translation>Сервери цієї мережі й ті, на яких ви вже входили.</translation>
    </message>
    <message>
        <source>None found yet. You can type the address that you were given below.</source>
        <translation>Поки нічого не знайдено. Нижче можна ввести адресу, яку вам дали.</translation>
    </message>
    <message>
        <source>From a QR picture…</source>
        <translation>З картинки з QR-кодом…</translation>
    </message>
    <message>
        <source>A picture can also be dropped on this page, or pasted with %1.</source>
        <translation>Картинку можна й перетягнути на цю сторінку або вставити: %1.</translation>
    </message>
</context>
<context>
    <name>rialto::Session</name>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>Зв’язок із сервером втрачено.</translation>
    </message>
</context>
<context>
    <name>rialto::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Знайдено</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Пошук у налаштуваннях</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Розділи налаштувань</translation>
    </message>
    <message>
        <source>No setting is called that</source>
        <translation>Таких налаштувань немає</translation>
    </message>
    <message>
        <source>Try fewer or other words.</source>
        <translation>Спробуйте менше слів або інші.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Вигляд</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>light dark colours system night</source>
        <translation>світла темна кольори система ніч</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Розмір тексту</translation>
    </message>
    <message>
        <source>%1 enlarges it anywhere, %2 reduces it, %3 takes it back.</source>
        <translation>%1 збільшує його будь-де, %2 зменшує, %3 повертає звичайний.</translation>
    </message>
    <message>
        <source>font zoom large small letters</source>
        <translation>шрифт масштаб великий дрібний літери</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Світла</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темна</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>Мова інтерфейсу</translation>
    </message>
    <message>
        <source>Changes at once, in every window.</source>
        <translation>Змінюється одразу, у всіх вікнах.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Сповіщення</translation>
    </message>
    <message>
        <source>Played with each notification of the desktop.</source>
        <translation>З кожним сповіщенням стільниці.</translation>
    </message>
    <message>
        <source>quiet silent noise</source>
        <translation>тихо тиша шум</translation>
    </message>
    <message>
        <source>Show what was written</source>
        <translation>Показувати текст</translation>
    </message>
    <message>
        <source>Others may read it over your shoulder.</source>
        <translation>Його можуть прочитати через ваше плече.</translation>
    </message>
    <message>
        <source>quote text preview privacy</source>
        <translation>цитата попередній перегляд приватність</translation>
    </message>
    <message>
        <source>Choose times…</source>
        <translation>Вибрати час…</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не турбувати</translation>
    </message>
    <message>
        <source>Now, or every day between two times.</source>
        <translation>Зараз або щодня у вибрані години.</translation>
    </message>
    <message>
        <source>quiet hours schedule presence</source>
        <translation>тихі години розклад присутність</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Обліковий запис</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Змінити…</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профіль</translation>
    </message>
    <message>
        <source>The name that others see, and your status.</source>
        <translation>Ім’я, яке бачать інші, і ваш статус.</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>присутність акаунт</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Змінити…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>All other devices must sign in again afterwards.</source>
        <translation>Після цього на всіх інших пристроях доведеться увійти знову.</translation>
    </message>
    <message>
        <source>security</source>
        <translation>безпека</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Показати…</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Пристрої</translation>
    </message>
    <message>
        <source>Where you are signed in, and how to end it from here.</source>
        <translation>Де виконано вхід; зайві сеанси можна завершити.</translation>
    </message>
    <message>
        <source>sessions security sign out</source>
        <translation>сеанси безпека вихід</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Вийти…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Rialto&apos;s data is removed from this computer; the server keeps everything.</source>
        <translation>Дані Rialto буде видалено з цього комп’ютера; на сервері все залишиться.</translation>
    </message>
    <message>
        <source>leave exit log out</source>
        <translation>вихід покинути</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавіатура</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Сполучення клавіш</translation>
    </message>
    <message>
        <source>%1 shows them anywhere.</source>
        <translation>%1 показує їх будь-де.</translation>
    </message>
    <message>
        <source>keys hotkeys</source>
        <translation>клавіші гарячі хоткеї</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Про програму</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопіювати відомості</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версія</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Ліцензії</translation>
    </message>
    <message>
        <source>Rialto is free software under the GNU General Public License, version 3. Qt is used under the LGPL and GPL; the icons are from Lucide under the ISC licence, the names of emoji from Unicode under the Unicode licence; Markdown is read by md4c under the MIT licence, QR codes are made and read by ZXing-C++ under the Apache licence, version 2.0, and spelling is checked by Hunspell under the LGPL.</source>
        <translation>Rialto — вільна програма під GNU General Public License, версія 3. Qt використовується під LGPL і GPL; значки — з Lucide під ліцензією ISC, назви емодзі — з Unicode під ліцензією Unicode; Markdown читає md4c під ліцензією MIT, QR-коди створює й читає ZXing-C++ під ліцензією Apache, версія 2.0, правопис перевіряє Hunspell під LGPL.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Додати…</translation>
    </message>
    <message>
        <source>Another account</source>
        <translation>Ще один обліковий запис</translation>
    </message>
    <message>
        <source>On this or another server; %1 switch between them.</source>
        <translation>На цьому чи іншому сервері; перемикання: %1.</translation>
    </message>
    <message>
        <source>several servers switch</source>
        <translation>кілька серверів перемкнути облікові записи</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Немає</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Нове повідомлення</translation>
    </message>
    <message>
        <source>New mail</source>
        <translation>Новий лист</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Дзвінок</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Відомості</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Сервер %1</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Лишатися в треї</translation>
    </message>
    <message>
        <source>Closing the window leaves Rialto running, so that news is told of. %1 quits.</source>
        <translation>Закрите вікно не завершує Rialto, і сповіщення надходять. %1 завершує.</translation>
    </message>
    <message>
        <source>close quit background window</source>
        <translation>закрити вийти тло вікно трей</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Введення тексту</translation>
    </message>
    <message>
        <source>Check the spelling</source>
        <translation>Перевіряти правопис</translation>
    </message>
    <message>
        <source>This computer has no dictionaries; packages with names such as hunspell-en-us bring them.</source>
        <translation>На цьому комп’ютері немає словників; їх додають пакунки з назвами на зразок hunspell-uk.</translation>
    </message>
    <message>
        <source>mistakes typos dictionary</source>
        <translation>помилки друкарські словник орфографія</translation>
    </message>
    <message>
        <source>Enter sends the message</source>
        <translation>Enter надсилає повідомлення</translation>
    </message>
    <message>
        <source>With it Shift+Enter begins a new line; without it Ctrl+Enter sends.</source>
        <translation>Тоді новий рядок починає Shift+Enter; інакше надсилає Ctrl+Enter.</translation>
    </message>
    <message>
        <source>return key new line break</source>
        <translation>клавіша введення новий рядок перенос</translation>
    </message>
</context>
<context>
    <name>rialto::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сполучення клавіш</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>rialto::SignInForm</name>
    <message>
        <source>Type your password.</source>
        <translation>Введіть пароль.</translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n character(s).</source>
        <translation>
            <numerusform>Пароль — не коротший за %n символ.</numerusform>
            <numerusform>Пароль — не коротший за %n символи.</numerusform>
            <numerusform>Пароль — не коротший за %n символів.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your account name.</source>
        <translation>Введіть ім’я облікового запису.</translation>
    </message>
    <message>
        <source>Use 2 to 32 letters, digits, dots, hyphens or underscores.</source>
        <translation>Від 2 до 32 літер, цифр, крапок, дефісів або підкреслень.</translation>
    </message>
    <message>
        <source>This name and password do not match. Check the keyboard layout and Caps Lock.</source>
        <translation>Ім’я та пароль не підходять одне до одного. Перевірте розкладку клавіатури та Caps Lock.</translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>Це ім’я зайняте. Виберіть інше.</translation>
    </message>
    <message>
        <source>This server takes new people by invitation. Type the code you were given.</source>
        <translation>На цей сервер приймають за запрошенням. Введіть код, який вам дали.</translation>
    </message>
    <message>
        <source>This server takes no new accounts. Ask its operator for one.</source>
        <translation>Цей сервер не приймає нових людей. Попросіть обліковий запис в оператора.</translation>
    </message>
    <message>
        <source>This account is disabled. Ask an administrator.</source>
        <translation>Цей обліковий запис вимкнено. Зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Створити обліковий запис</translation>
    </message>
    <message>
        <source>Create an account on %1</source>
        <translation>Обліковий запис на %1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Увійти</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Вхід на %1</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Ім’я облікового запису</translation>
    </message>
    <message>
        <source>Name that others see (may be left empty)</source>
        <translation>Ім’я, яке бачать інші (можна не вказувати)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Показати пароль</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Приховати пароль</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>Код запрошення</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Створити запис</translation>
    </message>
    <message>
        <source>Already have an account?</source>
        <translation>Уже є обліковий запис?</translation>
    </message>
    <message>
        <source>First time here?</source>
        <translation>Уперше тут?</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопіювати відомості</translation>
    </message>
</context>
<context>
    <name>rialto::SignInPage</name>
    <message>
        <source>Type the address of a server first.</source>
        <translation>Спочатку введіть адресу сервера.</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>Тема системи</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Світла тема</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Темна тема</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>rialto::Socket</name>
    <message>
        <source>No server answers at this address.</source>
        <translation>За цією адресою ніхто не відповідає.</translation>
    </message>
    <message>
        <source>The server&apos;s name cannot be found.</source>
        <translation>Ім’я сервера не знайдено.</translation>
    </message>
    <message>
        <source>There is no way to the server&apos;s network.</source>
        <translation>Немає шляху до мережі сервера.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>Сервер закрив з’єднання.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Сервер не відповідає.</translation>
    </message>
    <message>
        <source>No secure connection could be made.</source>
        <translation>Не вдалося встановити захищене з’єднання.</translation>
    </message>
    <message>
        <source>The connection failed: %1</source>
        <translation>З’єднання не вдалося: %1</translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>Зв’язок із сервером втрачено.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not the trusted one.</source>
        <translation>Сертифікат сервера — не той, якому довіряють.</translation>
    </message>
    <message>
        <source>The server is going away or restarts.</source>
        <translation>Сервер вимикається або перезапускається.</translation>
    </message>
    <message>
        <source>This machine was too slow for the server.</source>
        <translation>Цей комп’ютер не встигав за сервером.</translation>
    </message>
    <message>
        <source>This sign-in has ended, on another device or with a new password.</source>
        <translation>Цей вхід завершено: на іншому пристрої або новим паролем.</translation>
    </message>
</context>
<context>
    <name>rialto::StrandedDialog</name>
    <message numerus="yes">
        <source>%n message(s) could not be sent</source>
        <translation>
            <numerusform>%n повідомлення не надіслано</numerusform>
            <numerusform>%n повідомлення не надіслано</numerusform>
            <numerusform>%n повідомлень не надіслано</numerusform>
        </translation>
    </message>
    <message>
        <source>Their room was deleted or is no longer open to you. Copy what you want to keep.</source>
        <translation>Їхню кімнату видалено або вона вам більше не доступна. Скопіюйте те, що хочете зберегти.</translation>
    </message>
    <message>
        <source>Unsent messages</source>
        <translation>Ненадіслані повідомлення</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Пізніше</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>Скопіювати й закрити</translation>
    </message>
</context>
<context>
    <name>rialto::SyncClient</name>
    <message>
        <source>The server does not answer.</source>
        <translation>Сервер не відповідає.</translation>
    </message>
    <message>
        <source>The local copy of the data is being restored.</source>
        <translation>Локальна копія даних відновлюється.</translation>
    </message>
    <message>
        <source>This Rialto and its server do not understand one another: bring both to the same version.</source>
        <translation>Цей Rialto і його сервер не розуміють одне одного: встановіть одну й ту саму версію.</translation>
    </message>
</context>
<context>
    <name>rialto::TimelineView</name>
    <message>
        <source>Messages</source>
        <translation>Повідомлення</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 та ще %n людина</numerusform>
            <numerusform>%1 та ще %n людини</numerusform>
            <numerusform>%1 та ще %n людей</numerusform>
        </translation>
    </message>
    <message>
        <source>Edited: %1</source>
        <translation>Змінено: %1</translation>
    </message>
    <message>
        <source>Read by %1</source>
        <translation>Прочитали: %1</translation>
    </message>
</context>
<context>
    <name>rialto::ToastCenter</name>
    <message>
        <source>Reply</source>
        <translation>Відповісти</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Позначити прочитаним</translation>
    </message>
</context>
<context>
    <name>rialto::Tray</name>
    <message numerus="yes">
        <source>Rialto: %n unread</source>
        <translation>
            <numerusform>Rialto: %n непрочитане</numerusform>
            <numerusform>Rialto: %n непрочитані</numerusform>
            <numerusform>Rialto: %n непрочитаних</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Rialto</source>
        <translation>Відкрити Rialto</translation>
    </message>
    <message>
        <source>Quit Rialto</source>
        <translation>Закрити Rialto</translation>
    </message>
</context>
<context>
    <name>rialto::TypingBook</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 пише…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 і %2 пишуть…</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more are typing…</source>
        <translation>
            <numerusform>%1 і ще %n людина пишуть…</numerusform>
            <numerusform>%1 і ще %n людини пишуть…</numerusform>
            <numerusform>%1 і ще %n людей пишуть…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::UploadQueue</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 не прочитати.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 порожній.</translation>
    </message>
    <message>
        <source>%1 has a name that cannot be sent.</source>
        <translation>Ім’я %1 не можна надіслати.</translation>
    </message>
    <message>
        <source>%1 is no longer there, or was changed.</source>
        <translation>%1 більше немає на місці, або його змінено.</translation>
    </message>
    <message>
        <source>%1 has %2; this server takes files of %3 at most.</source>
        <translation>У %1 — %2; цей сервер приймає файли не більші за %3.</translation>
    </message>
    <message>
        <source>%1 is a picture of a kind (%2) from which its place and time cannot be removed. Send it as PNG, JPEG, GIF or WebP, or inside an archive.</source>
        <translation>%1 — зображення такого виду (%2), з якого не можна прибрати місце й час знімання. Надішліть його як PNG, JPEG, GIF чи WebP або в архіві.</translation>
    </message>
</context>
<context>
    <name>rialto::UserDirectory</name>
    <message>
        <source>Deleted user</source>
        <translation>Видалений користувач</translation>
    </message>
</context>
<context>
    <name>rialto::ComposerField</name>
    <message>
        <source>No suggestions</source>
        <translation>Немає варіантів</translation>
    </message>
    <message>
        <source>Add to the dictionary</source>
        <translation>Додати до словника</translation>
    </message>
</context>
<context>
    <name>rialto::MemberList</name>
    <message>
        <source>Add people to the room</source>
        <translation>Додати людей до кімнати</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Deleted user</source>
        <translation>Видалений користувач</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>власник</translation>
    </message>
    <message>
        <source>moderator</source>
        <translation>модератор</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Учасники</translation>
    </message>
    <message>
        <source>Make a moderator</source>
        <translation>Зробити модератором</translation>
    </message>
    <message>
        <source>Make an ordinary member</source>
        <translation>Зробити звичайним учасником</translation>
    </message>
    <message>
        <source>Make an owner</source>
        <translation>Зробити власником</translation>
    </message>
    <message>
        <source>Remove from the room…</source>
        <translation>Вилучити з кімнати…</translation>
    </message>
    <message>
        <source>Remove %1 from “%2”?</source>
        <translation>Вилучити з «%2»: %1?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Вилучити</translation>
    </message>
    <message>
        <source>Show profile…</source>
        <translation>Показати профіль…</translation>
    </message>
    <message>
        <source>They can join again: the room is public.</source>
        <translation>Повернутися можна самому: кімната відкрита.</translation>
    </message>
    <message>
        <source>They come back only when somebody adds them.</source>
        <translation>Повернутися можна, лише якщо хтось додасть.</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Save file</source>
        <translation>Зберегти файл</translation>
    </message>
</context>
<context>
    <name>rialto::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Подробиці</translation>
    </message>
    <message>
        <source>Files and photos</source>
        <translation>Файли та фото</translation>
    </message>
    <message>
        <source>Back to the details</source>
        <translation>Назад до подробиць</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Закрити подробиці</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Сповіщення</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Leave room…</source>
        <translation>Залишити кімнату…</translation>
    </message>
    <message>
        <source>Members · %1</source>
        <translation>Учасники · %1</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Учасники</translation>
    </message>
</context>
<context>
    <name>rialto::AttachmentPane</name>
    <message>
        <source>Show in the chat</source>
        <translation>Показати в чаті</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Зберегти…</translation>
    </message>
    <message>
        <source>Looking for them…</source>
        <translation>Шукаємо їх…</translation>
    </message>
    <message>
        <source>Offline: only what is stored here is shown.</source>
        <translation>Немає зв’язку: показано лише те, що збережено тут.</translation>
    </message>
    <message>
        <source>No pictures were sent here yet.</source>
        <translation>Тут ще не надсилали фото.</translation>
    </message>
    <message>
        <source>No files were sent here yet.</source>
        <translation>Тут ще не надсилали файлів.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файли</translation>
    </message>
</context>
<context>
    <name>rialto::SearchCompletion</name>
    <message>
        <source>with a link</source>
        <translation>з посиланням</translation>
    </message>
    <message>
        <source>with a file</source>
        <translation>з файлом</translation>
    </message>
    <message>
        <source>with a picture</source>
        <translation>із зображенням</translation>
    </message>
    <message>
        <source>your own messages</source>
        <translation>ваші повідомлення</translation>
    </message>
</context>
</TS>
